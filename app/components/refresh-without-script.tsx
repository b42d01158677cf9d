/** Loads the page again every three seconds where no script does it; for pages that show work under way. */
export function RefreshWithoutScript() {
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
