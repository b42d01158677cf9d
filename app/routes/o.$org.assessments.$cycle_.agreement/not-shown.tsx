/** How many rows a table leaves out; nothing where it shows all. */
export function NotShown({ count, children }: { readonly count: number; readonly children: string }) {
  if (count === 0) return null;
  return (
    <p className="small calibration-bar">
      {count.toLocaleString('en')} {children} are not listed.
    </p>
  );
}
