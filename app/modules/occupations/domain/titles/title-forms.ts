import { foldTitle, isFiller, singular, wordsOf } from './fold-title';

/** One way in which a listed title is written: with the words before its brackets, or those in them. */
export interface TitleForm {
  /** Folded words without fillers; a single comma is turned round ("Manager, Security" is security manager). */
  readonly written: readonly string[];
  /** The same in singular. */
  readonly words: readonly string[];
}

const BRACKETS = /^([^(]*)\(([^)]*)\)(.*)$/u;

/** The forms of a listed title: "CEO (Chief Executive Officer)" has two. A title without words has none. */
export function titleForms(title: string): TitleForm[] {
  const folded = foldTitle(title);
  const found = BRACKETS.exec(folded);
  const texts = found ? [`${found[1] ?? ''} ${found[3] ?? ''}`, found[2] ?? ''] : [folded];
  const forms = texts.map((text) => {
    const written = wordsOf(turned(text)).filter((word) => !isFiller(word));
    return { written, words: written.map(singular) };
  });
  return forms.filter(({ words }) => words.length > 0);
}

/** "manager, security" as "security manager"; lists ("cutters, trimmers, and sewers") stay as they are. */
function turned(folded: string): string {
  const parts = folded.split(',');
  const listed = /\b(?:and|or|all other)\b/u.test(folded);
  return parts.length === 2 && !listed ? `${parts[1] ?? ''} ${parts[0] ?? ''}` : folded;
}

/** Pairs of words at most one word apart, in no order: what two words say together. */
export function wordPairs(words: readonly string[]): string[] {
  const pairs: string[] = [];
  words.forEach((word, at) => {
    for (const other of words.slice(at + 1, at + 3))
      pairs.push(word < other ? `${word}|${other}` : `${other}|${word}`);
  });
  return pairs;
}

/** The last two words as one; null for a title of one word. */
export function lastTwo(words: readonly string[]): string | null {
  return words.length > 1 ? words.slice(-2).join(' ') : null;
}
