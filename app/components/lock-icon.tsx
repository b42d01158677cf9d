/** A closed lock; the element around it carries the words. */
export function LockIcon() {
  return (
    <svg
      className="lock"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M3.5 5V3.6a2.5 2.5 0 0 1 5 0V5M2.5 5h7v5.5h-7z" />
    </svg>
  );
}
