import { BUSINESS_ABBREVIATIONS } from './business-abbreviations';
import { editDistance } from './edit-distance';
import { singular } from './fold-title';
import { letterRuns } from './letter-runs';
import type { Vocabulary } from './title-index';

export type ReadingKind = 'same' | 'abbreviation' | 'typing' | 'shortened';

/** One thing that a written word may mean. */
export interface WordReading {
  /** In singular; several words for an abbreviation such as HR. */
  readonly text: string;
  /** 0 to 1. */
  readonly quality: number;
  readonly kind: ReadingKind;
}

/** A word in fewer forms than this may be a typing error of a commoner one. */
const RARE = 4;
const WELL_KNOWN = 20;
const TYPING = {
  readings: 5,
  near: 0.93,
  nearShort: 0.8,
  far: 0.75,
  otherFirstLetter: 0.9,
  twoErrorsFrom: 7,
} as const;
const SHORTENED = { readings: 4, longest: 7, best: 0.85, step: 0.04 } as const;

/** What a folded word may mean, best first: itself, a written abbreviation, a typing error, a shortened word. */
export function readWord(vocabulary: Vocabulary, written: string): WordReading[] {
  const word = singular(written);
  const number = vocabulary.words.find(word);
  const count = number === undefined ? 0 : (vocabulary.counts[number] ?? 0);
  const readings: WordReading[] = count > 0 ? [{ text: word, quality: 1, kind: 'same' }] : [];
  const meant = BUSINESS_ABBREVIATIONS.get(written) ?? BUSINESS_ABBREVIATIONS.get(word);
  if (meant) {
    const first = count > WELL_KNOWN ? 0.9 : 0.97;
    meant.forEach((text, at) => {
      readings.push({ text, quality: first - at * 0.05, kind: 'abbreviation' });
    });
  } else if (count < RARE) {
    const doubt = count > 0 ? 0.8 : 1;
    for (const reading of [
      ...mistypedAbbreviations(written),
      ...typingErrors(vocabulary, word),
      ...shortenings(vocabulary, word),
    ]) {
      readings.push({ ...reading, quality: reading.quality * (reading.kind === 'abbreviation' ? 1 : doubt) });
    }
  }
  return bestOfEach(readings);
}

function bestOfEach(readings: readonly WordReading[]): WordReading[] {
  const best = new Map<string, WordReading>();
  for (const reading of readings) {
    if ((best.get(reading.text)?.quality ?? 0) < reading.quality) best.set(reading.text, reading);
  }
  return [...best.values()].sort((a, b) => b.quality - a.quality || (a.text < b.text ? -1 : 1));
}

/** "Supvvr": an abbreviation of three letters or more with one error. */
function mistypedAbbreviations(written: string): WordReading[] {
  if (written.length < 4) return [];
  const readings: WordReading[] = [];
  for (const [short, [text = '']] of BUSINESS_ABBREVIATIONS) {
    if (short.length < 3 || short[0] !== written[0] || editDistance(written, short, 1) !== 1) continue;
    readings.push({ text, quality: 0.8, kind: 'abbreviation' });
  }
  return readings;
}

/** Known words one error away, two from seven letters on; the nearest and commonest first. */
function typingErrors(vocabulary: Vocabulary, word: string): WordReading[] {
  if (word.length < 3) return [];
  const limit = word.length >= TYPING.twoErrorsFrom ? 2 : 1;
  const found: { text: string; distance: number; count: number }[] = [];
  const shared = sharedPairs(vocabulary, word);
  const least = word.length + 1 - 3 * limit;
  for (let number = 0; number < shared.length; number++) {
    const both = shared[number] ?? 0;
    if (both === 0 || both < least) continue;
    const text = vocabulary.words.texts[number] ?? '';
    const longer = Math.max(word.length, text.length);
    if (text === word || both < longer + 1 - 3 * limit) continue;
    const distance = editDistance(word, text, limit);
    if (distance <= limit) found.push({ text, distance, count: vocabulary.counts[number] ?? 0 });
  }
  found.sort((a, b) => a.distance - b.distance || b.count - a.count || (a.text < b.text ? -1 : 1));
  const near = word.length <= 4 ? TYPING.nearShort : TYPING.near;
  return found.slice(0, TYPING.readings).map(({ text, distance }) => ({
    text,
    quality: (distance === 1 ? near : TYPING.far) * (text[0] === word[0] ? 1 : TYPING.otherFirstLetter),
    kind: 'typing',
  }));
}

/** How many runs of two letters each known word has in common with this one, by the word's number. */
function sharedPairs({ words, byLetterPair }: Vocabulary, word: string): Uint16Array {
  const shared = new Uint16Array(words.size);
  for (const pair of new Set(letterRuns(word, 2))) {
    for (const number of byLetterPair.get(pair) ?? []) shared[number] = (shared[number] ?? 0) + 1;
  }
  return shared;
}

/** Common words that this one may shorten: their beginning, or some of their letters in order. */
function shortenings({ words, counts, byFirstLetter }: Vocabulary, word: string): WordReading[] {
  if (word.length < 2 || word.length > SHORTENED.longest) return [];
  const found: { text: string; fit: number }[] = [];
  for (const number of byFirstLetter.get(word.slice(0, 1)) ?? []) {
    const text = words.texts[number] ?? '';
    if (text.length < word.length + 2) continue;
    const beginning = word.length >= 3 && text.startsWith(word);
    if (!beginning && (/[aeiou]$/u.test(word) || !hasInOrder(text, word))) continue;
    const sameEnd = text.at(-1) === word.at(-1);
    found.push({
      text,
      fit: Math.log(1 + (counts[number] ?? 0)) * (beginning ? 1.3 : 1) * (sameEnd ? 1.2 : 1),
    });
  }
  found.sort((a, b) => b.fit - a.fit || (a.text < b.text ? -1 : 1));
  return found.slice(0, SHORTENED.readings).map(({ text }, at) => ({
    text,
    quality: SHORTENED.best - SHORTENED.step * at,
    kind: 'shortened',
  }));
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at++;
  return at === letters.length;
}
