import { type CadreError, type FieldError, NotFound } from '~/shared/errors';
import type { DraftForm } from './draft-form';

/** Why a form was not carried out, with what was typed. */
export interface DraftAnswer {
  readonly conflict: boolean;
  readonly reason: string;
  readonly errors: readonly FieldError[];
  /** What the form wanted, such as `save:s3`. */
  readonly doing: string;
  readonly values: Readonly<Record<string, string>> | null;
}

export const STATUS = { conflict: 409, 'invalid-input': 422 } as const;

/** The answer to a form that was refused; the reader gets back what was typed. */
export function refusalOf({ kind, reason, errors }: CadreError, form: DraftForm | null): DraftAnswer {
  return {
    conflict: kind === 'conflict',
    reason,
    errors,
    doing: form?.values['do'] ?? '',
    values: form?.values ?? null,
  };
}

/** A draft that is gone: whoever was writing gets the words back with the refusal. */
export function goneWith({ values }: DraftForm): NotFound {
  const typed = [values['label'], values['behaviour']].filter(Boolean).join(' — ');
  const words = typed === '' ? '' : ` What you had written: “${typed}”.`;
  return new NotFound(`Somebody discarded this draft meanwhile.${words}`);
}

/** The part of the page that shows what was changed, after a form was carried out. */
export function doneQuery({ intent }: DraftForm): Record<string, string> {
  if (intent.kind !== 'change') return { done: intent.kind };
  const { change } = intent;
  const domain = 'dimension' in change && change.dimension ? { domain: change.dimension } : {};
  return { done: change.kind, ...domain };
}
