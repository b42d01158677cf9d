const RELEASE = /^\d{1,3}\.\d{1,2}$/u;
const IN_READ_ME = /\bO\*NET\S* (\d{1,3}\.\d{1,2}) Database\b/u;
const IN_NAME = /^(?:db_)?(\d{1,3})[._](\d{1,2})(?:_text)?(?:\.zip)?$/iu;

/** Whether the text is a release number of the O*NET database, such as 30.2. */
export function isReleaseNumber(text: string): boolean {
  return RELEASE.test(text);
}

/** The release that the Read Me of a release names; null when it names none. */
export function releaseInReadMe(text: string): string | null {
  return IN_READ_ME.exec(text)?.[1] ?? null;
}

/** The release that a folder or zip is named after (30.2, db_30_2_text, db_30_2_text.zip); null when none. */
export function releaseInName(name: string): string | null {
  const found = IN_NAME.exec(name);
  return found ? `${found[1]}.${found[2]}` : null;
}

/** Negative when the first release is the earlier one, 0 for the same, positive when it is the later one. */
export function compareReleaseNumbers(first: string, second: string): number {
  const [firstMajor = 0, firstMinor = 0] = first.split('.').map(Number);
  const [secondMajor = 0, secondMinor = 0] = second.split('.').map(Number);
  return firstMajor - secondMajor || firstMinor - secondMinor;
}
