import type { Citation } from '../document';
import { MAX_NAME_CHARS } from '../framework-limits';
import { textFault } from '../text-fault';

const escaped = (text: string, characters: RegExp) => text.replace(characters, '\\$&');

/** Citations in one cell: `source: title | source: title`; a backslash stands before `\`, `|`, and `:` in a source. */
export function writeCitations(citations: readonly Citation[]): string {
  return citations
    .map(({ source, title }) => `${escaped(source, /[\\|:]/gu)}: ${escaped(title, /[\\|]/gu)}`)
    .join(' | ');
}

/** The pieces of a text between separators that no backslash stands before; backslashes stay. At most `most`. */
function pieces(text: string, separator: string, most = Number.POSITIVE_INFINITY): string[] {
  const found = [''];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') {
      found.push(`${found.pop() ?? ''}${text.slice(at, at + 2)}`);
      at += 1;
    } else if (character === separator && found.length < most) found.push('');
    else found.push(`${found.pop() ?? ''}${character}`);
  }
  return found;
}

const plain = (text: string) => text.replace(/\\([\\|:])/gu, '$1').trim();

function readCitation(text: string, number: number): Citation | string {
  const [source = '', title] = pieces(text, ':', 2);
  if (title === undefined) return `citation ${number} is not written "source: title".`;
  const citation = { source: plain(source), title: plain(title) };
  for (const [name, part] of Object.entries(citation)) {
    const fault = textFault(part, MAX_NAME_CHARS);
    if (fault) return `the ${name} of citation ${number}: ${fault}`;
  }
  return citation;
}

/** The citations of a cell, or the sentence that says which of them cannot be read. */
export function readCitationCell(cell: string): readonly Citation[] | string {
  if (cell.trim() === '') return [];
  const read = pieces(cell, '|').map((text, index) => readCitation(text, index + 1));
  return read.find((one) => typeof one === 'string') ?? read.filter((one) => typeof one !== 'string');
}
