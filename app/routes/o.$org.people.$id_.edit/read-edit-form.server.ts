import { readFields } from '~/http/read-fields.server';
import { DATED_FIELDS, type DatedField } from '~/modules/people/domain/field-history';
import { isOwnable, type OwnableField } from '~/modules/people/domain/owned-fields';
import {
  OCCUPATION_TEXTS,
  PERSON_TEXTS,
  type PersonTexts,
  personTexts,
} from '~/modules/people/domain/person-form';
import { isDay } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';

export type EditForm =
  | {
      readonly intent: 'save';
      readonly texts: PersonTexts;
      readonly from: string;
      /** The day whose values the form showed. */
      readonly shown: string;
      readonly own: boolean;
      readonly revision: string;
    }
  | {
      readonly intent: 'withdraw';
      readonly field: DatedField;
      readonly day: string;
      readonly revision: string;
    }
  | { readonly intent: 'release'; readonly field: OwnableField }
  | { readonly intent: 'link'; readonly member: string }
  | { readonly intent: 'unlink' };

const SINGLE = [
  ...PERSON_TEXTS,
  'intent',
  'from',
  'shown',
  'own',
  'revision',
  'field',
  'day',
  'member',
] as const;

/** The forms of the page. Throws InvalidInput for one that it does not have. */
export async function readEditForm(request: Request): Promise<EditForm> {
  const { one, many } = await readFields(request, { single: SINGLE, several: OCCUPATION_TEXTS });
  const { intent, from, shown, own, revision, field, day } = one;
  const dated = DATED_FIELDS.find((name) => name === field);
  if (intent === 'save') {
    const detail = 'Say from which day it holds.';
    if (!isDay(from) || !isDay(shown)) throw new InvalidInput(detail, [{ pointer: '/from', detail }]);
    return { intent, texts: personTexts(one, many), from, shown, own: own === 'yes', revision };
  }
  if (intent === 'withdraw' && dated && isDay(day)) return { intent, field: dated, day, revision };
  if (intent === 'release' && isOwnable(field)) return { intent, field };
  if (intent === 'link') return { intent, member: one.member.trim() };
  if (intent === 'unlink') return { intent };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
