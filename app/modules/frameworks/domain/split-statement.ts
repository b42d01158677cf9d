/** Space, em dash, space: stands between the label and the behaviour of a statement. */
export const STATEMENT_SEPARATOR = ' — ';

export interface StatementParts {
  readonly label: string;
  readonly behaviour: string;
}

/**
 * Label and behaviour of a statement, which holds exactly one ` — ` with words on both sides (formats 1.4).
 * Otherwise the sentence that says what is wrong with it.
 */
export function splitStatement(text: string): StatementParts | string {
  const parts = text.split(STATEMENT_SEPARATOR);
  if (parts.length === 1) return 'The statement has no " — " between label and behaviour.';
  if (parts.length > 2) return `The statement has ${parts.length - 1} " — "; exactly one is expected.`;
  const label = (parts[0] ?? '').trim();
  const behaviour = (parts[1] ?? '').trim();
  if (label === '') return 'The statement has no label before " — ".';
  if (behaviour === '') return 'The statement has no behaviour after " — ".';
  return { label, behaviour };
}

/** The statement as one text; without a label (split unconfirmed) it is the behaviour alone. */
export function joinStatement({ label, behaviour }: StatementParts): string {
  return label === '' ? behaviour : `${label}${STATEMENT_SEPARATOR}${behaviour}`;
}
