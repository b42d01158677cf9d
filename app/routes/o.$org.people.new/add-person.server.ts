import type { z } from 'zod';
import type { TenantArgs } from '~/http/tenant-route.server';
import { addEmployee } from '~/modules/people/commands/add-employee';
import { newPersonForm } from '~/modules/people/domain/person-fields';
import { type PersonTexts, statedFields } from '~/modules/people/domain/person-form';
import { getChangeDays } from '~/modules/people/queries/get-change-days';
import { readChoices } from '~/modules/people/queries/read-choices';
import { type FieldError, InvalidInput } from '~/shared/errors';

/** Adds the person of the form; returns the id. Throws InvalidInput naming the fields. */
export async function addPerson(
  { ctx, viewer }: TenantArgs,
  { externalId, texts }: { readonly externalId: string; readonly texts: PersonTexts },
): Promise<string> {
  const { today } = await getChangeDays(ctx, null);
  const { ids, faults } = await readChoices(ctx, { team: texts.team, manager: texts.manager, day: today });
  const named = faults.some(({ pointer }) => pointer === '/teamId');
  const parsed = newPersonForm.safeParse({ externalId, ...statedFields(texts, null), ...ids });
  const wrong = parsed.success ? [] : parsed.error.issues.map(fieldError);
  const all = [...faults, ...wrong.filter(({ pointer }) => !(named && pointer === '/teamId'))];
  if (all.length > 0 || !parsed.success)
    throw new InvalidInput('Something in the form is not right. Nobody was added.', all);
  return addEmployee(ctx, { fields: parsed.data, today, confirmedBy: viewer.id });
}

function fieldError({ path, message }: z.core.$ZodIssue): FieldError {
  const detail = message.startsWith('Invalid input') ? 'Is needed.' : message;
  return { pointer: `/${path.join('/')}`, detail: `${detail.charAt(0).toUpperCase()}${detail.slice(1)}` };
}
