import type { Anchor, AnchorKind } from '../document';
import { MAX_CONTEXT_CHARS, MAX_NAME_CHARS } from '../framework-limits';
import { textFault } from '../text-fault';
import type { Line, LineCursor } from './line-cursor';
import { isNumbered, readNumbered } from './read-numbered';
import { splitCipCodes } from './split-cip-codes';
import { splitRunOn } from './split-run-on';

interface Section {
  readonly heading: string;
  readonly kind: AnchorKind;
  /** The names of a line; null where the line cannot be read. */
  readonly split: (text: string) => string[] | null;
}

const splitDots = (text: string) => text.split(' · ').map((name) => name.trim());

/** Headings of the panel in the order of the page; a section may be empty (RAPIDS often is). */
const SECTIONS: readonly Section[] = [
  { heading: 'Related titles', kind: 'related_title', split: splitDots },
  { heading: 'RAPIDS apprenticeships', kind: 'rapids', split: splitDots },
  { heading: 'O*NET skills', kind: 'skill', split: splitRunOn },
  { heading: 'Knowledge domains', kind: 'knowledge', split: splitRunOn },
  { heading: 'Abilities', kind: 'ability', split: splitRunOn },
  { heading: 'Work styles', kind: 'work_style', split: splitRunOn },
  { heading: 'Technology', kind: 'technology', split: splitRunOn },
  { heading: 'Tasks · seed anchors for statements', kind: 'task', split: (text) => [text] },
  { heading: 'CIP education codes', kind: 'cip', split: splitCipCodes },
];
const HEADINGS = new Set(SECTIONS.map(({ heading }) => heading));
const COUNT_LINE = /^Show O\*NET source anchors\s*(\d{1,4}) anchors\b/u;
/** The kinds that the page counts in "67 anchors". */
const COUNTED: readonly AnchorKind[] = ['skill', 'knowledge', 'ability', 'work_style', 'technology', 'task'];
const SOURCES = /^Sources: *(\S.*)$/u;
const MOST_INTRODUCTION = 6;

/**
 * Takes the panel of source anchors and the line of sources below it; words after that line (a page footer) are
 * not read. The number of anchors that the page announces must equal what was read.
 */
export function readAnchors(cursor: LineCursor): { anchors: Anchor[]; sources: string } {
  const count = readCount(cursor);
  const anchors = SECTIONS.flatMap((section) => readSection(cursor, section));
  const counted = anchors.filter(({ kind }) => COUNTED.includes(kind)).length;
  if (counted !== count.announced)
    cursor.refuse(`The page announces ${count.announced} anchors; ${counted} were read.`, count.line);
  const line = cursor.next('the line of sources');
  const found = SOURCES.exec(line.text);
  if (!found?.[1]) return cursor.refuse('The line "Sources:" is expected here.', line);
  if (found[1].length > MAX_CONTEXT_CHARS) cursor.refuse('The line of sources is too long.', line);
  return { anchors, sources: found[1] };
}

function readCount(cursor: LineCursor): { line: Line; announced: number } {
  const expected = 'The number of O*NET source anchors';
  const { line } = cursor.find((text) => COUNT_LINE.test(text), { expected, most: 0 });
  const announced = Number(COUNT_LINE.exec(line.text)?.[1]);
  let skipped = 0;
  for (let next = cursor.peek(); next && !HEADINGS.has(next.text); next = cursor.peek()) {
    if (skipped === MOST_INTRODUCTION || isNumbered(next.text))
      cursor.refuse('"Related titles" is expected here.', next);
    cursor.next('"Related titles"');
    skipped += 1;
  }
  return { line, announced };
}

function readSection(cursor: LineCursor, section: Section): Anchor[] {
  cursor.expect(section.heading);
  const next = cursor.peek();
  if (!next || HEADINGS.has(next.text) || SOURCES.test(next.text)) return [];
  const lines =
    section.kind === 'task'
      ? readNumbered(cursor, 'tasks').map(({ line }) => line)
      : [cursor.next(section.heading)];
  return lines
    .flatMap((line) => readNames(cursor, line, section))
    .map((text, index) => ({ kind: section.kind, position: index + 1, text }));
}

function readNames(cursor: LineCursor, line: Line, { heading, split, kind }: Section): string[] {
  const names = split(line.text);
  if (!names) return cursor.refuse(`"${heading}" holds something else than codes.`, line);
  const most = kind === 'task' ? MAX_NAME_CHARS * 4 : MAX_NAME_CHARS;
  const fault = names.map((name) => textFault(name, most)).find((found) => found !== null);
  if (fault) cursor.refuse(fault, line);
  return names;
}
