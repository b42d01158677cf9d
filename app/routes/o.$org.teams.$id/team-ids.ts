import { InvalidInput } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

/** Whether the text is written as an id. */
export function isId(text: string): boolean {
  return isUuid(text);
}

/** The team above as a form or an address says it: an id, or `top`. Throws InvalidInput. */
export function readParent(text: string): string | null {
  if (text === 'top') return null;
  if (isId(text)) return text;
  throw new InvalidInput('Choose the team above.', [
    { pointer: '/parentId', detail: 'Choose the team above.' },
  ]);
}
