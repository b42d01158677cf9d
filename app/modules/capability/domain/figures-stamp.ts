/** What stored figures were computed for, when, and by which formulas. */
export interface FiguresStamp {
  readonly asOf: string;
  readonly computedAt: Date;
  readonly formulaVersion: string;
}

/** The columns of a stamp by their names, each with its type and value. */
export function stampColumns({ asOf, computedAt, formulaVersion }: FiguresStamp) {
  return {
    as_of: ['date', asOf],
    computed_at: ['timestamptz', computedAt.toISOString()],
    formula_version: ['text', formulaVersion],
  } as const;
}
