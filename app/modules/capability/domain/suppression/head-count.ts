/**
 * People counted for what they would tell apart: all of them, and those whose figures the viewer does not know.
 * Whose figures a viewer may have read makes no number large enough, and is one of a number that must be none: so
 * nothing rests on whether they were read. Unit: people. Source: method.md 9.3 to 9.5.
 */
export interface Heads {
  readonly all: number;
  /** Of all, the people of whom the viewer has read nothing that is counted here. */
  readonly unknown: number;
}

/** Whether a difference of these people tells of fewer than k: it is of nobody, or of k whom the viewer does not know. */
export function isNoneOrLarge({ all, unknown }: Heads, k: number): boolean {
  return all === 0 || unknown >= k;
}

/** Heads that are being counted. */
export class HeadCount implements Heads {
  all = 0;
  unknown = 0;

  constructor(private readonly known: ReadonlySet<string>) {}

  add(employeeId: string): void {
    this.all += 1;
    if (!this.known.has(employeeId)) this.unknown += 1;
  }
}
