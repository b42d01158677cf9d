import type { TrainingTitle } from '~/modules/occupations/domain/titles/title-training';

/** Similarity below this is none (the threshold of pg_trgm is 0.3 for its operator; its functions have none). */
const LEAST = 0.1;

/** The trigrams of pg_trgm: words with two spaces before and one behind. */
function trigrams(title: string): Set<string> {
  const found = new Set<string>();
  for (const word of title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** Plain trigram similarity over the same titles: five codes by the best similarity of their titles. */
export function createTrigramMatcher(rows: readonly TrainingTitle[]): (title: string) => string[] {
  const codes = new Map<string, Set<string>>();
  for (const { soc, title } of rows) codes.set(title, (codes.get(title) ?? new Set()).add(soc));
  const titles = [...codes];
  const byTrigram = new Map<string, number[]>();
  const sizes = titles.map(([title], number) => {
    const own = trigrams(title);
    for (const trigram of own) {
      const list = byTrigram.get(trigram);
      if (list) list.push(number);
      else byTrigram.set(trigram, [number]);
    }
    return own.size;
  });
  return (title) => {
    const asked = trigrams(title);
    const shared = new Map<number, number>();
    for (const trigram of asked) {
      for (const number of byTrigram.get(trigram) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    }
    const best = new Map<string, number>();
    for (const [number, both] of shared) {
      const similarity = both / (asked.size + (sizes[number] ?? 0) - both);
      if (similarity < LEAST) continue;
      for (const code of titles[number]?.[1] ?? []) best.set(code, Math.max(best.get(code) ?? 0, similarity));
    }
    return [...best]
      .sort(([codeA, a], [codeB, b]) => b - a || (codeA < codeB ? -1 : 1))
      .slice(0, 5)
      .map(([code]) => code);
  };
}
