import { readFields } from '~/http/read-fields.server';
import { CYCLE_FORM, type EnteredCycle } from '~/modules/assessments/domain/cycle-fields';

interface EditForm {
  readonly revision: number;
  /** Whether the form is that of an open cycle, which has three fields alone. */
  readonly isOpen: boolean;
  readonly open: Pick<EnteredCycle['one'], 'name' | 'closesOn' | 'remindDays'>;
  readonly entered: EnteredCycle;
}

/** The form of a draft or of an open cycle. Throws InvalidInput for a field that it does not have. */
export async function readEditForm(request: Request): Promise<EditForm> {
  const { one, many } = await readFields(request, {
    single: [...CYCLE_FORM.single, 'revision', 'state'],
    several: CYCLE_FORM.several,
  });
  const { revision, state, ...fields } = one;
  const { name, closesOn, remindDays } = fields;
  return {
    revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0,
    isOpen: state === 'open',
    open: { name, closesOn, remindDays },
    entered: { one: fields, many },
  };
}
