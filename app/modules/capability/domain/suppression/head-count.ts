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

/** Whose ratings the viewer knows or may know: those behind figures of before, and those of the release. */
export interface Known {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Whether the viewer may know what a change is of: each side of it that is there. */
export function isKnownChange(
  employeeId: string,
  { was, is }: { readonly was: boolean; readonly is: boolean },
  { before, after }: Known,
): boolean {
  return (!was || before.has(employeeId)) && (!is || after.has(employeeId));
}

/** Heads that are being counted. */
export class HeadCount implements Heads {
  all = 0;
  unknown = 0;

  add(isKnown: boolean): void {
    this.all += 1;
    if (!isKnown) this.unknown += 1;
  }
}
