import type { FieldError } from '~/shared/errors';

/** One warning for each occupation code that no catalogue has, at the first line that uses it. @param uses of one row each, or of so many. */
export function codeWarnings(
  uses: Iterable<{ readonly line: number; readonly soc: string; readonly rows?: number }>,
  known: ReadonlySet<string>,
  file: string,
): FieldError[] {
  const found = new Map<string, { line: number; rows: number }>();
  for (const { line, soc, rows = 1 } of uses) {
    if (known.has(soc)) continue;
    const use = found.get(soc);
    if (use) use.rows += rows;
    else found.set(soc, { line, rows });
  }
  return [...found].map(([soc, { line, rows }]) => ({
    pointer: `${file}:${line}`,
    detail: `occupation: ${soc} is in no catalogue yet (${rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`}). The code is kept.`,
  }));
}
