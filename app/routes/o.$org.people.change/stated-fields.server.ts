import type { TenantArgs } from '~/http/tenant-route.server';
import { type PersonFields, personForm } from '~/modules/people/domain/person-fields';
import { readChoices } from '~/modules/people/queries/read-choices';
import { InvalidInput } from '~/shared/errors';
import type { ChangeForm } from './read-change-form.server';

/** What the form changes, by ids. Throws InvalidInput naming the fields. */
export async function readStated(ctx: TenantArgs['ctx'], form: ChangeForm): Promise<PersonFields> {
  const { ids, faults } = await readChoices(ctx, {
    team: form.team === '' ? undefined : form.team,
    manager: form.noManager ? '' : form.manager === '' ? undefined : form.manager,
    day: form.from,
  });
  const stated: Record<string, unknown> = { ...ids };
  for (const field of ['title', 'status', 'availability', 'kind'] as const)
    if (form[field] !== '') stated[field] = form[field];
  if (form.site !== '') stated['siteId'] = form.site === 'none' ? null : form.site;
  const band = form.band === '' ? undefined : Number(form.band);
  if (form.occupation !== '') stated['occupations'] = [{ soc: form.occupation, share: 100, roleBand: band }];
  else if (band !== undefined) stated['roleBand'] = band;
  const parsed = personForm.safeParse(stated);
  const wrong = parsed.success ? [] : parsed.error.issues;
  const all = [
    ...faults,
    ...wrong.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message })),
  ];
  if (all.length > 0 || !parsed.success)
    throw new InvalidInput('Something in the form is not right. Nothing was changed.', all);
  if (Object.keys(parsed.data).length === 0) throw new InvalidInput('Choose at least one field to change.');
  return parsed.data;
}
