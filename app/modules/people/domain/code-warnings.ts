import type { FieldError } from '~/shared/errors';

/** One warning for each occupation code that no catalogue has, at the first line that uses it. */
export function codeWarnings(
  uses: Iterable<{ readonly line: number; readonly soc: string }>,
  known: ReadonlySet<string>,
  file: string,
): FieldError[] {
  const found = new Map<string, { line: number; rows: number }>();
  for (const { line, soc } of uses) {
    if (known.has(soc)) continue;
    const use = found.get(soc);
    if (use) use.rows += 1;
    else found.set(soc, { line, rows: 1 });
  }
  return [...found].map(([soc, { line, rows }]) => ({
    pointer: `${file}:${line}`,
    detail: `occupation: ${soc} is in no catalogue yet (${rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`}). The code is kept.`,
  }));
}
