import type { z } from 'zod';
import type { TenantArgs } from '~/http/tenant-route.server';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { FIELD_LABELS } from '~/modules/people/domain/owned-fields';
import { personForm } from '~/modules/people/domain/person-fields';
import { statedFields } from '~/modules/people/domain/person-form';
import { getEditablePerson } from '~/modules/people/queries/get-editable-person';
import { listKnownOccupationCodes } from '~/modules/people/queries/list-known-occupation-codes';
import { readChoices } from '~/modules/people/queries/read-choices';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { formatDay } from '~/shared/format-day';
import type { EditForm } from './read-edit-form.server';
import { shownTexts } from './shown-texts';

type SaveForm = Extract<EditForm, { intent: 'save' }>;

/** Saves what the form changes; says what was done. Throws as changePersonFields does. */
export async function savePerson(
  { ctx, viewer, params }: TenantArgs,
  { texts, from, shown, own, revision }: SaveForm,
): Promise<string> {
  const before = await getEditablePerson(ctx, params['id'] ?? '', shown);
  const showed = shownTexts(before);
  const { ids, faults } = await readChoices(ctx, {
    team: texts.team === showed.team ? undefined : texts.team,
    manager: texts.manager === showed.manager ? undefined : texts.manager,
    day: from,
  });
  const parsed = personForm.safeParse({ ...statedFields(texts, showed), ...ids });
  const all = [...faults, ...(parsed.success ? [] : parsed.error.issues.map(fieldError))];
  if (all.length > 0 || !parsed.success)
    throw new InvalidInput('Something in the form is not right. Nothing was changed.', all);
  const { differences } = await changePersonFields(ctx, {
    employeeIds: [before.person.employeeId],
    fields: parsed.data,
    from,
    own,
    revision,
    today: before.today,
    confirmedBy: viewer.id,
  });
  if (differences.length === 0) return 'Nothing differs from what was known.';
  const fields = [...new Set(differences.map(({ field }) => FIELD_LABELS[field] ?? 'Periods'))];
  const codes = (parsed.data.occupations ?? []).map(({ soc }) => soc);
  const known = await listKnownOccupationCodes(ctx, codes);
  const unknown = codes.filter((code) => !known.has(code));
  const warning =
    unknown.length > 0 ? ` ${unknown.join(', ')} is in no catalogue yet; the code is kept.` : '';
  return `Saved: ${fields.join(', ')}${from > before.today ? `, planned from ${formatDay(from)}` : ''}.${warning}`;
}

/** A fault of a value as the form shows it. */
export function fieldError({ path, message }: z.core.$ZodIssue): FieldError {
  return { pointer: `/${path.join('/')}`, detail: `${message.charAt(0).toUpperCase()}${message.slice(1)}` };
}
