import { socParent } from '../crosswalk/soc-hierarchy';

/** A figure about an occupation as its file gives it. */
export interface CodedFigure {
  readonly subject: string;
  readonly title: string | null;
  readonly figure: number;
}

export interface OwnOrParent<T extends CodedFigure> {
  readonly row: T;
  /** Code and title of the SOC occupation whose figure it is; null where it is the occupation's own. */
  readonly inheritedFrom: string | null;
}

/** Codes under which figures about an occupation stand, its own before those of its SOC code. */
export function codesOf(soc: string): string[] {
  const parent = socParent(soc);
  return [...new Set([soc, parent, `${parent}.00`])];
}

/**
 * The occupation's own figure, or else that of its SOC code, named as such (formats 1.3): 13-1199.07 takes that of
 * "13-1199 Business Operations Specialists, All Other". An occupation .00 is its SOC code. Undefined where neither
 * is published.
 * @param titles Titles of codes for files that have none.
 */
export function ownOrParent<T extends CodedFigure>(
  soc: string,
  rows: readonly T[],
  titles: ReadonlyMap<string, string> = new Map(),
): OwnOrParent<T> | undefined {
  const parent = socParent(soc);
  for (const code of codesOf(soc)) {
    const row = rows.find(({ subject }) => subject === code);
    if (!row) continue;
    if (code === soc || soc === `${parent}.00` || soc === parent) return { row, inheritedFrom: null };
    const title = row.title ?? titles.get(parent);
    return { row, inheritedFrom: title ? `${parent} ${title}` : parent };
  }
  return undefined;
}
