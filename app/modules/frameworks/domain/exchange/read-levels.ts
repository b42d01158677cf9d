import type { Instrument } from '../dimension';
import type { FrameworkLevel } from '../document';
import { MAX_NAME_CHARS } from '../framework-limits';
import { LEVEL_LABELS } from '../level';
import type { LineCursor } from './line-cursor';
import { isNumbered, type NumberedItem, readNumbered } from './read-numbered';

export interface LevelItems {
  readonly level: FrameworkLevel;
  readonly items: readonly NumberedItem[];
}

/** Labels of the ranks 1 to 4 as the page prints them. */
export function levelWords(instrument: Instrument): readonly string[] {
  return LEVEL_LABELS[instrument].slice(1);
}

/** The caption under a level heading ("Entry / Apprentice"), or null where a statement follows at once. */
function readCaption(cursor: LineCursor, label: string): string | null {
  const line = cursor.peek();
  if (!line || isNumbered(line.text)) return null;
  if (line.text.length > MAX_NAME_CHARS) cursor.refuse(`The caption of ${label} is too long.`, line);
  return cursor.next('a caption').text;
}

/**
 * Takes the four levels of an instrument: heading, caption where `captions` is set, numbered statements.
 * @param options.of Name of the section for refusals.
 * @throws InvalidInput for a missing level or a broken numbering, with the number of the line.
 */
export function readLevels(
  cursor: LineCursor,
  options: { readonly instrument: Instrument; readonly of: string; readonly captions: boolean },
): LevelItems[] {
  return levelWords(options.instrument).map((label, index) => {
    const of = `${options.of}, level ${label}`;
    const heading = cursor.next(`the level ${label} of ${options.of}`);
    if (heading.text !== label)
      cursor.refuse(`The level ${label} of ${options.of} is expected here.`, heading);
    const caption = options.captions ? readCaption(cursor, label) : null;
    const level = { rank: index + 1, key: label.toLowerCase(), label, caption };
    return { level, items: readNumbered(cursor, of) };
  });
}
