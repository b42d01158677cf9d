import { readFields } from '~/http/read-fields.server';
import { isDay } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';

/** The form as entered; an empty text leaves the field as it is. */
export interface ChangeForm {
  readonly step: 'preview' | 'apply';
  readonly title: string;
  readonly team: string;
  readonly manager: string;
  readonly noManager: boolean;
  /** Id of a site, or `none`. */
  readonly site: string;
  readonly status: string;
  readonly availability: string;
  readonly kind: string;
  readonly occupation: string;
  readonly band: string;
  readonly from: string;
  readonly own: boolean;
  readonly revision: string;
  /** Whom the preview was of: chosenMark. */
  readonly chosen: string;
}

const SINGLE = [
  'title',
  'team',
  'manager',
  'noManager',
  'site',
  'status',
  'availability',
  'kind',
  'occupation',
  'band',
  'from',
  'own',
  'revision',
  'chosen',
  'step',
] as const;

/** Throws InvalidInput for a form that is none, or has no day. */
export async function readChangeForm(request: Request): Promise<ChangeForm> {
  const { one } = await readFields(request, { single: SINGLE });
  const detail = 'Say from which day it holds.';
  if (!isDay(one.from)) throw new InvalidInput(detail, [{ pointer: '/from', detail }]);
  const trimmed = Object.fromEntries(SINGLE.map((name) => [name, one[name].trim()])) as typeof one;
  return {
    ...trimmed,
    step: one.step === 'apply' ? 'apply' : 'preview',
    noManager: one.noManager === 'yes',
    own: one.own === 'yes',
  };
}
