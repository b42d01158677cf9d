import { BUSINESS_ABBREVIATIONS } from '../titles/business-abbreviations';
import { foldTitle, singular } from '../titles/fold-title';
import { isOfRank, readTitle } from '../titles/read-title';

/**
 * What a title reads as: small letters, written-out abbreviations, singular, without punctuation, steps, grades and
 * words of rank. Titles with one key are one job and are mapped together (method 10). A title without words is its own
 * key. Never empty for a title that is not.
 */
export function titleKey(title: string): string {
  const { words } = readTitle(title);
  const work = words.filter((word) => !isOfRank(word));
  const key = (work.length > 0 ? work : words).map(({ text }) => writtenOut(text)).join(' ');
  return key || foldTitle(title) || title.trim() || title;
}

/** The likeliest long form of an abbreviation. */
function writtenOut(word: string): string {
  const meant = BUSINESS_ABBREVIATIONS.get(word) ?? BUSINESS_ABBREVIATIONS.get(singular(word));
  return meant?.[0] ?? singular(word);
}
