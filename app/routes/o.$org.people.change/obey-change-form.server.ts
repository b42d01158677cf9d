import type { TenantArgs } from '~/http/tenant-route.server';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { type PeoplePreview, previewPeopleChange } from '~/modules/people/commands/preview-people-change';
import { startPeopleChange } from '~/modules/people/commands/start-people-change';
import { changeOutcomeWords } from '~/modules/people/domain/change-outcome-words';
import { getChangeDays } from '~/modules/people/queries/get-change-days';
import { Conflict, InvalidInput } from '~/shared/errors';
import { chosenMark } from './chosen-mark.server';
import type { ChangeForm } from './read-change-form.server';
import { selectIds } from './select-ids.server';
import { readStated } from './stated-fields.server';

/** Most people who are changed while one waits. */
const MOST_AT_ONCE = 500;

export type ChangeAnswer =
  | {
      readonly kind: 'preview';
      readonly preview: PeoplePreview;
      readonly total: number;
      readonly chosen: string;
    }
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'started'; readonly operationId: string };

/** Shows what the form would do, or does it: at once, or as an operation where there are many. */
export async function obeyChangeForm(
  { ctx, viewer, url }: TenantArgs,
  form: ChangeForm,
): Promise<ChangeAnswer> {
  const ids = await selectIds(ctx, url);
  if (ids.length === 0) throw new InvalidInput('Nobody is chosen. Choose people in the list first.');
  const chosen = chosenMark(ids);
  if (form.step === 'apply' && form.chosen !== chosen)
    throw new Conflict(
      'Other people fit now than those you saw. Nothing was changed: see who fits now, then change them.',
    );
  const fields = await readStated(ctx, form);
  const { today } = await getChangeDays(ctx, null);
  const { from, own } = form;
  const change = { fields, from, today, confirmedBy: viewer.id };
  if (form.step === 'preview') {
    const employeeIds = ids.slice(0, MOST_AT_ONCE);
    const preview = await previewPeopleChange(ctx, { ...change, employeeIds });
    return { kind: 'preview', preview, total: ids.length, chosen };
  }
  if (ids.length > MOST_AT_ONCE) {
    const { id } = await startPeopleChange(ctx, { employeeIds: ids, fields, from, own });
    return { kind: 'started', operationId: id };
  }
  const { revision } = form;
  const done = await changePersonFields(ctx, { ...change, employeeIds: ids, own, revision });
  const refused = done.refused.map(({ name, errors }) => `${name}: ${errors[0]?.detail ?? ''}`);
  const left = refused.length > 0 ? ` Left as they are: ${refused.slice(0, 10).join(' ')}` : '';
  const words = `${changeOutcomeWords(done, { from, today })}${left}`;
  return { kind: 'done', words };
}
