import { singular } from './fold-title';
import { addPostings } from './postings';
import { KIND_STRENGTH, type TitleIndex } from './title-index';
import type { AskedWord, TitleQuestion } from './title-question';
import type { TitleSupport } from './title-support';

const SAME_WORDS = 0.97;
const CLOSE = 0.8;
/** A word that counts less than this was passed over. */
const SPOKEN = 0.3;

export interface Explained {
  readonly question: TitleQuestion;
  readonly support: TitleSupport | undefined;
  readonly occupation: number;
}

/** The listed title that speaks most for an occupation, and the reason in words. */
export function explainMatch(
  index: TitleIndex,
  { question, support, occupation }: Explained,
): { readonly matchedTitle: string; readonly reason: string } {
  if (!support) {
    const words = tellingWords(index, question.words, occupation);
    const matchedTitle = index.occupationTitles[occupation] ?? '';
    return {
      matchedTitle,
      reason: words.length > 0 ? `words of this work: ${words.join(', ')}` : 'a weak likeness',
    };
  }
  const { title, fit } = support.closest;
  const matchedTitle = index.titles.texts[title] ?? '';
  const called = `the ${kindOf(index, title, occupation)} title "${matchedTitle}"`;
  const likeness = fit >= SAME_WORDS ? 'same words as' : fit >= CLOSE ? 'nearly the words of' : 'similar to';
  const votes = fit < CLOSE && support.alike > 1 ? [`votes of ${support.alike} similar titles`] : [];
  return {
    matchedTitle,
    reason: [`${likeness} ${called}`, ...readingNotes(question.words), ...votes].join('; '),
  };
}

function kindOf({ titles }: TitleIndex, title: number, occupation: number): string {
  const [from, to] = [titles.owners.start[title] ?? 0, titles.owners.start[title + 1] ?? 0];
  for (let at = from; at < to; at++) {
    if (titles.owners.ids[at] !== occupation) continue;
    const strength = titles.owners.values[at];
    return Object.entries(KIND_STRENGTH).find(([, own]) => own === strength)?.[0] ?? 'listed';
  }
  return 'listed';
}

/** What was done with the words before they were compared. */
function readingNotes(words: readonly AskedWord[]): string[] {
  const read = (kinds: readonly string[]) => [
    ...new Set(
      words
        .filter(({ kind, counts }) => counts >= SPOKEN && kinds.includes(kind))
        .map(({ written }) => `${written} read as ${spelling(words, written)}`),
    ),
  ];
  const abbreviations = read(['abbreviation', 'shortened']);
  const errors = read(['typing']);
  const passed = [...new Set(words.filter(({ counts }) => counts < SPOKEN).map(({ written }) => written))];
  return [
    ...(abbreviations.length > 0 ? [`abbreviation: ${abbreviations.join(', ')}`] : []),
    ...(errors.length > 0 ? [`typing error corrected: ${errors.join(', ')}`] : []),
    ...(passed.length > 0 ? [`without ${passed.join(', ')}`] : []),
  ];
}

/** What a written word was taken for; an abbreviation may stand for several words. */
function spelling(words: readonly AskedWord[], written: string): string {
  const texts = words.filter((word) => word.written === written).map(({ text }) => text);
  return [...new Set(texts)].join(' ');
}

/** Up to three words of the title that this occupation uses more than others do, the most telling first. */
function tellingWords(
  { languages: { word: titles, text: tasks }, socs }: TitleIndex,
  words: readonly AskedWord[],
  occupation: number,
): string[] {
  const ratio = (language: typeof titles, text: string) => {
    const feature = language.features.find(text);
    const sums = new Float64Array(socs.length);
    if (feature !== undefined) addPostings(sums, language.postings, feature, 1);
    return sums[occupation] ?? 0;
  };
  return words
    .map(({ written, text }) => ({
      written,
      telling: ratio(titles, singular(text)) + ratio(tasks, singular(text)),
    }))
    .filter(({ telling }) => telling > 0)
    .sort((a, b) => b.telling - a.telling)
    .slice(0, 3)
    .map(({ written }) => written);
}
