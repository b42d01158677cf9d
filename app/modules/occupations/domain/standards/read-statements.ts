import { sourceFault } from '../source-table/source-fault';
import type { StandardKind, StandardStatement } from './standard';
import { cleanHeading, type TextLine } from './standard-sections';

const NUMBERED = /^[PK]?(\d{1,3})[.)]?\s+(.+)$/;
const LEAD = /^you must be able to|^you need to know and understand/i;

interface Found {
  readonly statements: readonly StandardStatement[];
  /** Numbers that are left out, as places with what was expected. */
  readonly gaps: readonly { readonly line: number; readonly expected: number }[];
}

/**
 * The numbered statements of a section under their headings. The numbering goes on across headings (formats 1.7).
 * A line without a number is a heading after an empty line, and continues the statement before it otherwise.
 * @throws InvalidInput with the line for a number that is not above the one before, and for text that belongs to
 * no statement.
 */
export function readStatements(kind: StandardKind, lines: readonly TextLine[], file: string): Found {
  const statements: StandardStatement[] = [];
  const gaps: { line: number; expected: number }[] = [];
  let heading = { position: 0, text: '' };
  let last = 0;
  let afterEmpty = true;
  for (const { line, text } of lines) {
    const [, digits, body = ''] = NUMBERED.exec(text) ?? [];
    const open = statements.at(-1);
    if (digits !== undefined) {
      const number = Number(digits);
      if (number <= last)
        throw sourceFault(
          { file, line },
          `Number ${number} follows ${last}; the numbers go on across headings.`,
        );
      if (number > last + 1) gaps.push({ line, expected: last + 1 });
      last = number;
      statements.push({
        kind,
        number,
        headingPosition: heading.position,
        heading: heading.text,
        text: body.trim(),
      });
    } else if (text !== '' && !LEAD.test(text)) {
      if (open && !afterEmpty) statements[statements.length - 1] = { ...open, text: `${open.text} ${text}` };
      else heading = { position: heading.position + 1, text: cleanHeading(text) };
    }
    afterEmpty = digits === undefined && (text === '' || LEAD.test(text) || afterEmpty);
  }
  return { statements, gaps };
}
