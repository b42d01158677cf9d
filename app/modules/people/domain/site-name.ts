/** Names of one site: in capitals or not, with one space or several. */
export function siteKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/**
 * Gives the name of the known site that a text means; a text that means none, and no text, stays. Where known sites
 * differ in capitals alone, each is its own.
 */
export function siteSpeller(known: readonly { readonly name: string }[]) {
  const names = new Set(known.map(({ name }) => name));
  const byKey = new Map(known.map(({ name }) => [siteKey(name), name]));
  return <Text extends string | null | undefined>(text: Text): Text | string =>
    typeof text !== 'string' || names.has(text) ? text : (byKey.get(siteKey(text)) ?? text);
}
