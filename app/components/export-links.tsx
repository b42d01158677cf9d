/** What a page lists as a file in either form. @param to address of the export with all but the format */
export function ExportLinks({ to, of }: { readonly to: string; readonly of: string }) {
  const sign = to.includes('?') ? '&' : '?';
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          className="button"
          data-variant="quiet"
          href={`${to}${sign}format=${format}`}
          download
        >
          Export<span className="sr-only"> {of}</span> {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}
