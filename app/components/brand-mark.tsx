/** The product's mark: four bars, in the colour of its place. */
export function BrandMark() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 16V9M8 16V4M13 16v-5M18 16V7" />
    </svg>
  );
}
