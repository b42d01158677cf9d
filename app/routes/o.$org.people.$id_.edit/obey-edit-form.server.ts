import type { TenantArgs } from '~/http/tenant-route.server';
import { findMemberOf } from '~/modules/organizations/queries/find-member';
import { changeSignIn } from '~/modules/people/commands/link-sign-in';
import { releaseOwnedFields } from '~/modules/people/commands/release-owned-fields';
import { withdrawPlanned } from '~/modules/people/commands/withdraw-planned';
import { getEditablePerson } from '~/modules/people/queries/get-editable-person';
import { InvalidInput } from '~/shared/errors';
import type { EditForm } from './read-edit-form.server';
import { savePerson } from './save-person.server';

/** Does what the form says; returns what was done, in words. */
export async function obeyEditForm(args: TenantArgs, form: EditForm): Promise<string> {
  const { ctx, viewer, params, context } = args;
  if (form.intent === 'save') return savePerson(args, form);
  const { person, today } = await getEditablePerson(ctx, params['id'] ?? '', null);
  const { employeeId } = person;
  if (form.intent === 'withdraw') {
    const { field, day, revision } = form;
    await withdrawPlanned(ctx, { employeeId, field, day, revision, today, confirmedBy: viewer.id });
    return 'The planned change was withdrawn.';
  }
  if (form.intent === 'release') {
    await releaseOwnedFields(ctx, employeeId, [form.field]);
    return 'Imports change the field again.';
  }
  if (form.intent === 'unlink') {
    await changeSignIn(ctx, { employeeId, userId: null });
    return 'Nobody signs in as this person any more.';
  }
  const member = await findMemberOf(context.database, viewer.organization.id, { email: form.member });
  if (!member) {
    const detail = 'No member of the organization has this address.';
    throw new InvalidInput(detail, [{ pointer: '/member', detail }]);
  }
  await changeSignIn(ctx, { employeeId, userId: member.userId });
  return `${member.name} signs in as this person from now on.`;
}
