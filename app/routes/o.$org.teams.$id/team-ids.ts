import { InvalidInput } from '~/shared/errors';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the text is written as an id. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** The team above as a form or an address says it: an id, or `top`. Throws InvalidInput. */
export function readParent(text: string): string | null {
  if (text === 'top') return null;
  if (isId(text)) return text;
  throw new InvalidInput('Choose the team above.', [
    { pointer: '/parentId', detail: 'Choose the team above.' },
  ]);
}
