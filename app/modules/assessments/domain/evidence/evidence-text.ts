import { textFault } from '~/modules/people/domain/cells';
import { InvalidInput } from '~/shared/errors';
import { LONGEST_EVIDENCE } from '../rating-cell';
import { readLink } from './evidence-link';

/** Words of evidence, trimmed. @throws InvalidInput that names the field, for none where some are needed */
export function evidenceText(text: string, isNeeded: boolean): string {
  const trimmed = text.replaceAll('\r\n', '\n').trim();
  const fault = textFault(trimmed, LONGEST_EVIDENCE, true);
  if (fault !== null) throw refused('text', `The text ${fault}`);
  if (isNeeded && trimmed === '') throw refused('text', 'Say what was seen, and when.');
  return trimmed;
}

/** The address of a link. @throws InvalidInput that names the field */
export function evidenceLink(text: string): { readonly url: string; readonly host: string } {
  const read = readLink(text);
  if ('fault' in read) throw refused('url', read.fault);
  return read;
}

function refused(pointer: 'text' | 'url', detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer, detail }]);
}
