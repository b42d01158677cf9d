import { plainName } from '~/modules/people/domain/imports/plain-name';

/** Names that other programs give columns, by plainName, by the own name. What could mean two of them is left out. */
export type KnownColumns = Readonly<Record<string, string>>;

/** A header under own names: own ones first, then known ones, each column as one field; what is not known stays. */
export function ownHeader(header: readonly string[], known: KnownColumns): string[] {
  const names = header.map(plainName);
  const own = header.map((name) => (name in known ? name : null));
  const taken = new Set(own);
  for (const [field, synonyms] of Object.entries(known)) {
    if (taken.has(field)) continue;
    const wanted = [plainName(field), ...synonyms.split(' ')];
    const place = wanted
      .map((name) => names.findIndex((one, at) => one === name && own[at] === null))
      .find((at) => at >= 0);
    if (place !== undefined) own[place] = field;
  }
  return header.map((name, at) => own[at] ?? name);
}

/** Which own word each known word is, by plainName. */
export function knownWords(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([own, others]) => others.split(' ').map((word) => [word, own] as const)),
  );
}
