/**
 * A LER.me export as text again, from the `raw` of `parseLerJson`: one line, no line break at the end, names
 * in the order in which they came. Parsing it gives a value deep-equal to `raw` (formats 1.4).
 */
export function writeLerJson(raw: unknown): string {
  return JSON.stringify(raw);
}
