import type { RoleBand } from '~/modules/people/domain/role-band';
import { foldTitle, isFiller, wordsOf } from './fold-title';
import { bandOf, bandOfWork, GRADES, isCircumstance, isRank, isStep } from './side-words';

/** How much a word counts by what it is; fitted by hand on the development titles of the bench. */
const COUNTS = {
  work: 1,
  endCircumstance: 0.5,
  bracket: 0.3,
  rank: 0.25,
  circumstance: 0.2,
  aside: 0.05,
} as const;
const MOST_WORDS = 30;

export interface ReadWord {
  /** Folded, as written. */
  readonly text: string;
  /** 0 to 1: how much the word says about the work. */
  readonly counts: number;
  /** After a dash or in brackets. */
  readonly aside: boolean;
}

/** Whether a word was read as one of rank, such as "senior". */
export function isOfRank({ counts }: ReadWord): boolean {
  return counts === COUNTS.rank;
}

export interface ReadTitle {
  readonly words: readonly ReadWord[];
  readonly band: RoleBand | null;
}

interface Part {
  readonly words: readonly string[];
  readonly mark: 'start' | 'comma' | 'dash' | 'bracket';
}

/** What a written title says about the work, and the band that its words of rank hint at (method 10). */
export function readTitle(title: string): ReadTitle {
  const parts = partsOf(foldTitle(title).replace(GRADES, ' '));
  const bands: RoleBand[] = [];
  const read = parts.map((part) => readPart(leadsOf(part), bands));
  const words = inOrder(parts, read).slice(0, MOST_WORDS);
  const heavy = words.some(({ counts }) => counts >= COUNTS.bracket);
  return {
    words: heavy ? words : words.map((word) => ({ ...word, counts: 1 })),
    band: bands[0] ?? leadingBand(parts),
  };
}

/** Parts between commas, dashes and other marks, then those in brackets. */
function partsOf(folded: string): Part[] {
  const bracketed: Part[] = [];
  const open = folded.replace(/[([{]([^()[\]{}]*)[)\]}]?/gu, (_, inside: string) => {
    bracketed.push({ words: wordsOf(inside), mark: 'bracket' });
    return ' ; ';
  });
  const parts: Part[] = [];
  for (const piece of open.split(/(?=[,;|:–—]|--|\s[-/@]|-\s|\/\s)/u)) {
    const words = wordsOf(piece);
    if (words.length === 0) continue;
    parts.push({ words, mark: parts.length === 0 ? 'start' : piece.startsWith(',') ? 'comma' : 'dash' });
  }
  return [...parts, ...bracketed.filter(({ words }) => words.length > 0)];
}

/** "Head of security" is the manager of it. */
function leadsOf(part: Part): Part {
  const [first, second] = part.words;
  if (part.mark !== 'start' || first !== 'head' || second !== 'of') return part;
  return { ...part, words: ['head', ...part.words.slice(2), 'manager'] };
}

/** The band of the first word of the work that hints at one, where no word of rank does. */
function leadingBand(parts: readonly Part[]): RoleBand | null {
  const words = parts.flatMap((part) => part.words);
  return words.reduce<RoleBand | null>((found, word) => found ?? bandOfWork(word), null);
}

function readPart(part: Part, bands: RoleBand[]): ReadWord[] {
  const { words, mark } = part;
  const aside = mark === 'dash' || mark === 'bracket';
  const plain =
    mark === 'start' ? false : words.every((word) => isCircumstance(word) || isFiller(word) || isStep(word));
  return words.flatMap((text, at): ReadWord[] => {
    const place = { first: at === 0, last: at === words.length - 1 };
    const step = isStep(text) && place.last && (at > 0 || mark !== 'start');
    const rank = isRank(text, place);
    const band = step || rank ? bandOf(text) : null;
    if (band !== null) bands.push(band);
    if (step || isFiller(text) || /^\d+$/u.test(text)) return [];
    if (rank) return [{ text, counts: COUNTS.rank, aside: false }];
    return [{ text, counts: countsOf(text, { mark, plain, ends: at > 0 && place.last }), aside }];
  });
}

interface Standing {
  readonly mark: Part['mark'];
  /** The part holds circumstances only. */
  readonly plain: boolean;
  /** The word ends its part without being all of it. */
  readonly ends: boolean;
}

/** How much a word that is neither rank nor step counts, by where it stands. */
function countsOf(text: string, { mark, plain, ends }: Standing): number {
  if (plain) return mark === 'comma' ? COUNTS.circumstance : COUNTS.aside;
  if (mark === 'bracket') return COUNTS.bracket;
  if (!isCircumstance(text)) return COUNTS.work;
  if (mark !== 'start') return COUNTS.circumstance;
  return ends ? COUNTS.endCircumstance : COUNTS.work;
}

/** The words with an inverted title turned round: what stands behind a comma comes before what it qualifies. */
function inOrder(parts: readonly Part[], read: readonly ReadWord[][]): ReadWord[] {
  const turns = (at: number) =>
    parts[at]?.mark === 'comma' && (read[at] ?? []).some(({ counts }) => counts === COUNTS.work);
  const before = read.filter((_, at) => turns(at)).reverse();
  const rest = read.filter((_, at) => !turns(at));
  return [...before, ...rest].flat();
}
