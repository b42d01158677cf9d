import { readFields } from '~/http/read-fields.server';
import type { FormCell } from '~/modules/assessments/commands/save-form';
import type { CellValue } from '~/modules/assessments/domain/rating-cell';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { InvalidInput } from '~/shared/errors';

export interface RatingForm {
  readonly intent: 'save' | 'submit' | 'withdraw';
  readonly reason: string;
  readonly cells: readonly FormCell[];
}

const of = <Part extends string>(part: Part) =>
  DIMENSIONS.map((dimension) => `${part}.${dimension}` as const);

/** Throws InvalidInput for a form that has another field, or that is none of the page's. */
export async function readRatingForm(request: Request): Promise<RatingForm> {
  const { one, many } = await readFields(request, {
    single: ['intent', 'reason', ...of('value'), ...of('revision'), ...of('evidence')],
    several: of('ticked'),
  });
  const { intent, reason } = one;
  if (intent !== 'save' && intent !== 'submit' && intent !== 'withdraw') throw unreadable();
  const cells = DIMENSIONS.flatMap((dimension): FormCell[] => {
    const value = ratingValue(one[`value.${dimension}`]);
    const revision = one[`revision.${dimension}`];
    if (value === null) return [];
    if (!/^\d{1,9}$/.test(revision)) throw unreadable();
    const ticked = many[`ticked.${dimension}`];
    const evidence = one[`evidence.${dimension}`].replaceAll('\r\n', '\n');
    return [{ dimension, value, revision: Number(revision), evidence, ticked }];
  });
  return { intent, reason, cells };
}

function ratingValue(text: string): CellValue {
  if (text === '') return null;
  if (text === '?') return '?';
  if (/^[0-4]$/.test(text)) return Number(text) as CellValue;
  throw unreadable();
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
