import type { Citation } from '../document';
import { MAX_NAME_CHARS, MAX_STATEMENT_CHARS } from '../framework-limits';

const TOOLTIP_END = 'Opens in new tab.';
/** A statement of the greatest length with its citations stays below. */
const MAX_CITED_CHARS = MAX_STATEMENT_CHARS * 3;

/**
 * Label of the chip of each known source. The page prints label and tooltip run together, so the start of the
 * tooltip (the look-ahead) is what ends the label.
 */
const CHIPS: readonly { readonly source: string; readonly label: RegExp }[] = [
  { source: 'aei', label: /Anthropic Economic Index(?=Anthropic )/u },
  { source: 'safi', label: /\p{Lu}[\p{L}'-]* & \p{Lu}[\p{L}'-]*, \d{4}(?=Skill Automation )/u },
  { source: 'wef', label: /WEF Skills Taxonomy(?=WEF )/u },
  { source: 'pathsmith', label: /Pathsmith Durable Skills(?=Pathsmith )/u },
  { source: 'onet', label: /O\*NET v\d+\.\d+(?=O\*NET )/u },
];
/** A chip of another source whose tooltip begins with the words of its label. */
const DOUBLED = /(?<=^|\s)(\p{Lu}[^—]{3,47})(?=\1)/u;

interface Chip extends Citation {
  /** Where the label starts in the text. */
  readonly at: number;
}

function slug(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
}

function findChip(text: string): Chip | null {
  for (const { source, label } of CHIPS) {
    const found = label.exec(text);
    if (found) return { source, title: tooltip(text, found), at: found.index };
  }
  const found = DOUBLED.exec(text);
  const source = slug(found?.[1] ?? '');
  return found && source !== '' ? { source, title: tooltip(text, found), at: found.index } : null;
}

function tooltip(text: string, label: RegExpExecArray): string {
  return text
    .slice(label.index + label[0].length)
    .trim()
    .replace(/\.$/u, '')
    .trimEnd();
}

/**
 * Parts a line of a cited statement into its words and its citations (formats 1.5). A chip is its label and its
 * tooltip run together, the tooltip ends with "Opens in new tab."; a full stop after the last chip belongs to
 * the sentence and is dropped with it.
 * @returns The words and at least one citation, or the sentence that says what cannot be taken apart.
 */
export function readCitations(line: string): { text: string; citations: Citation[] } | string {
  if (line.length > MAX_CITED_CHARS) return `The statement has more than ${MAX_CITED_CHARS} characters.`;
  const parts = line.split(TOOLTIP_END);
  const rest = (parts.pop() ?? '').trim();
  if (parts.length === 0) return 'The statement has no citation that can be read.';
  if (rest !== '' && rest !== '.') return 'Words follow the last citation.';
  const citations: Citation[] = [];
  let text = '';
  for (const [index, part] of parts.entries()) {
    const chip = findChip(part);
    const before = chip ? part.slice(0, chip.at).trim() : '';
    if (!chip || chip.title === '' || chip.title.length > MAX_NAME_CHARS)
      return `Citation ${index + 1} cannot be taken apart.`;
    if (index === 0) text = before;
    else if (before !== '') return `Words stand before citation ${index + 1}.`;
    citations.push({ source: chip.source, title: chip.title });
  }
  if (text === '') return 'The statement has no words before its citations.';
  return { text, citations };
}
