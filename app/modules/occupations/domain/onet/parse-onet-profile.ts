import { type FieldError, InvalidInput } from '~/shared/errors';
import { isOnetSoc } from '../soc-code';

export type OnetProfileKind = 'task' | 'skill' | 'technology' | 'tool';

export interface OnetProfileEntry {
  readonly kind: OnetProfileKind;
  /** From 1 within its kind. */
  readonly position: number;
  readonly text: string;
  /** The type of a technology or tool; null where the line says none. */
  readonly category: string | null;
}

/** The profile text of one occupation (formats 1.6). Which release it comes from, it does not say. */
export interface OnetProfile {
  readonly soc: string;
  readonly title: string;
  readonly description: string;
  readonly entries: readonly OnetProfileEntry[];
}

const HEAD = /^\ufeff?Job Title:[^\n]*\r?\nO\*NET-SOC Code:/u;
const SECTIONS: Readonly<Record<string, OnetProfileKind | 'description'>> = {
  DESCRIPTION: 'description',
  TASKS: 'task',
  SKILLS: 'skill',
  'TECHNOLOGY SKILLS & TOOLS': 'technology',
  'TOOLS USED': 'tool',
};
const NONE = /^No (?:specific )?[\w &]+ listed\.?$/iu;
/** What stands before the type of a technology or tool. */
const TYPE: Partial<Record<OnetProfileKind, string>> = {
  technology: ' (Tech skill type: ',
  tool: ' (Tool type: ',
};

/** Whether a text begins as a profile does. */
export function isOnetProfile(text: string): boolean {
  return HEAD.test(text);
}

interface Line {
  readonly number: number;
  readonly text: string;
}

function valueAfter(lines: readonly Line[], label: string): Line | undefined {
  const line = lines.find(({ text }) => text.startsWith(`${label}:`));
  return line && { number: line.number, text: line.text.slice(label.length + 1).trim() };
}

function refused(file: string, fault: FieldError): InvalidInput {
  return new InvalidInput(`${file} was not imported: ${fault.detail}`, [fault]);
}

/**
 * Reads a profile text. A section that says that nothing is listed is empty.
 * @throws InvalidInput with file, line and reason for a text without title, code or description, an unknown section
 * and a line that is no item of its list.
 */
export function parseOnetProfile(text: string, file: string): OnetProfile {
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
  const refuse = (line: number, detail: string) => refused(file, { pointer: `${file}:${line}`, detail });
  const title = valueAfter(lines, 'Job Title');
  if (!title?.text) throw refuse(1, 'The line "Job Title:" with the title is missing.');
  const soc = valueAfter(lines, 'O*NET-SOC Code');
  if (!soc) throw refuse(1, 'The line "O*NET-SOC Code:" is missing.');
  if (!isOnetSoc(soc.text)) throw refuse(soc.number, 'A code such as 11-3013.01 is expected.');
  const entries: OnetProfileEntry[] = [];
  const description: string[] = [];
  let section: OnetProfileKind | 'description' | undefined;
  for (const line of lines.filter(({ number }) => number > Math.max(title.number, soc.number))) {
    const heading = /^#{1,2} (.+)$/u.exec(line.text)?.[1];
    if (heading !== undefined) {
      section = SECTIONS[heading.toUpperCase()];
      if (!section) throw refuse(line.number, `The section ${heading} is not known.`);
    } else if (section === 'description') description.push(line.text);
    else if (section === undefined || !/^(?:- |\()/u.test(line.text)) {
      throw refuse(line.number, 'An item that begins with a dash is expected.');
    } else if (line.text.startsWith('- ')) addEntry(entries, section, line.text.slice(2).trim());
  }
  if (description.length === 0) throw refuse(title.number, 'The section DESCRIPTION is missing or empty.');
  return { soc: soc.text, title: title.text, description: description.join(' '), entries };
}

function addEntry(entries: OnetProfileEntry[], kind: OnetProfileKind, item: string): void {
  if (NONE.test(item)) return;
  const position = entries.filter((entry) => entry.kind === kind).length + 1;
  const { text, category } = splitType(item, TYPE[kind]);
  entries.push({ kind, position, text, category });
}

/** `X (Tool type: Y)` as X and Y; an item without a type is all text. */
function splitType(item: string, mark: string | undefined): Pick<OnetProfileEntry, 'text' | 'category'> {
  const at = mark === undefined ? -1 : item.lastIndexOf(mark);
  if (mark === undefined || at < 1 || !item.endsWith(')')) return { text: item, category: null };
  return { text: item.slice(0, at), category: item.slice(at + mark.length, -1) };
}
