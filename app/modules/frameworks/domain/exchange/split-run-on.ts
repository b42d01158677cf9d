/** A small letter, digit or closing bracket directly followed by a capital letter. */
const BOUNDARY = /(?<=[\p{Ll}\d)])(?=\p{Lu})/u;

/**
 * Names that the page prints without anything between them ("WritingActive Learning").
 *
 * Rule: a name ends where a capital follows a small letter, a digit or a closing bracket without a space. Capitals
 * after a space or among capitals ("network VPN equipment software") stay inside the name. The rule is exact
 * for O*NET releases 29.0 to 30.2: every skill, knowledge area, ability, work style and technology title starts
 * with a capital, ends with a small letter or bracket, and holds no such boundary within.
 */
export function splitRunOn(text: string): string[] {
  return text
    .split(BOUNDARY)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
