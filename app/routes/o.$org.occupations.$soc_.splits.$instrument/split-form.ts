import type { SplitAnswer } from '~/modules/frameworks/commands/confirm-splits';
import { InvalidInput } from '~/shared/errors';

/** What the form wants, and the labels that stand in its fields. */
export interface SplitForm {
  readonly intent:
    | { readonly kind: 'confirm'; readonly answers: readonly SplitAnswer[] }
    | { readonly kind: 'undo'; readonly id: string };
  /** All fields as they were. */
  readonly filled: readonly SplitAnswer[];
}

/** The field that holds the label of a statement. */
export const fieldOf = (id: string) => `label ${id}`;

/** Reads the form: one statement is confirmed, all whose field is filled in, or one is taken back. Throws InvalidInput. */
export function readSplitForm(form: FormData): SplitForm {
  const text = (name: string) => String(form.get(name) ?? '');
  const undo = text('undo');
  const ids = [...new Set(form.keys())].flatMap((name) =>
    name.startsWith(fieldOf('')) ? [name.slice(fieldOf('').length)] : [],
  );
  const filled = ids.map((id) => ({ id, label: text(fieldOf(id)) }));
  if (undo !== '') return { intent: { kind: 'undo', id: undo }, filled };
  const one = text('confirm');
  if (one === '') throw new InvalidInput('Choose a statement to confirm.');
  const answers =
    one === 'all'
      ? filled.filter(({ label }) => label.trim() !== '')
      : [{ id: one, label: text(fieldOf(one)) }];
  return { intent: { kind: 'confirm', answers }, filled };
}
