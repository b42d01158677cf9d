import { readFields } from '~/http/read-fields.server';
import {
  OCCUPATION_TEXTS,
  PERSON_TEXTS,
  type PersonTexts,
  personTexts,
} from '~/modules/people/domain/person-form';

export interface NewForm {
  readonly externalId: string;
  readonly texts: PersonTexts;
}

/** Throws InvalidInput for a form that is none. */
export async function readNewForm(request: Request): Promise<NewForm> {
  const single = [...PERSON_TEXTS, 'externalId'] as const;
  const { one, many } = await readFields(request, { single, several: OCCUPATION_TEXTS });
  return { externalId: one.externalId, texts: personTexts(one, many) };
}
