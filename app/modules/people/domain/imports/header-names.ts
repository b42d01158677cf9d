const SHOWN_LENGTH = 40;

/** Names of columns as a page shows them. */
export function shownNames(header: readonly string[]): string[] {
  return header.map((name) =>
    Array.from(name.replace(/\p{Cc}/gu, ' ').toWellFormed())
      .slice(0, SHOWN_LENGTH)
      .join(''),
  );
}

/** Names of columns whole, as they are kept: PostgreSQL holds neither a zero byte nor half of a character. */
export function keptNames(header: readonly string[]): string[] {
  return header.map((name) => name.replaceAll('\0', '').toWellFormed());
}
