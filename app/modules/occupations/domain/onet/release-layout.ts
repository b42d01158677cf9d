import { compareReleaseNumbers } from './release-number';

/** Generations of the O*NET text release (formats 1.1): A1 to 30.0, A2 30.1 and 30.2, B from 30.3 on. */
export type OnetLayout = 'A1' | 'A2' | 'B';

/** Files that only one side of the change at 30.3 has. */
const ONLY_A = [
  'Skills',
  'Alternate Titles',
  'Technology Skills',
  'Interests',
  'Work Values',
  'Education, Training, and Experience',
];
const ONLY_B = [
  'Essential Skills',
  'Transferable Skills',
  'Job Titles',
  'Software Skills',
  'Career Interest Types',
  'Specific Interest Areas',
  'Education',
  'Training and Experience',
];

export interface FileHeader {
  /** Name without `.txt`. */
  readonly file: string;
  readonly header: readonly string[];
}

/**
 * Tells the layout by the names of the files and the header of Work Styles, which has a standard error in A1 only;
 * where these leave A1 or A2 open, by the release.
 * @returns null when nothing tells it; `conflict` names two files that no release has together.
 */
export function tellLayout(
  files: readonly FileHeader[],
  release: string,
): OnetLayout | null | { readonly conflict: readonly [string, string] } {
  const named = (names: readonly string[]) => files.find(({ file }) => names.includes(file))?.file;
  const [a, b] = [named(ONLY_A), named(ONLY_B)];
  if (a !== undefined && b !== undefined) return { conflict: [a, b] };
  const styles = files.find(({ file }) => file === 'Work Styles');
  const old = styles?.header.includes('Standard Error');
  if (b !== undefined) return old ? { conflict: [b, 'Work Styles'] } : 'B';
  if (old) return 'A1';
  if (a === undefined) return null;
  if (styles) return 'A2';
  return compareReleaseNumbers(release, '30.0') <= 0 ? 'A1' : 'A2';
}
