import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { listEmployeeKeys } from '~/modules/people/queries/list-employee-keys';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { readObservationRow } from '../domain/observations/observation-row';
import type { ObservationLine, ObservationsPlan } from '../domain/observations/plan-observations';
import { recordObservations } from './record-observations';

/** What the form says: of everybody the same event, of each who was seen an outcome. Texts are as entered. */
export interface ObservationForm {
  readonly observedOn: string;
  readonly event: string;
  /** Personnel number of the observer; empty: not named. */
  readonly observer: string;
  readonly dimension: string;
  readonly people: readonly {
    readonly employeeId: string;
    readonly outcome: string;
    readonly note: string;
  }[];
}

/**
 * Enters what was observed of several people in one event. @throws InvalidInput that says of whom something is wrong;
 * Forbidden for who runs no cycles.
 */
export async function recordObservationForm(
  ctx: TenantContext,
  viewer: Viewer,
  form: ObservationForm,
): Promise<ObservationsPlan> {
  const { people, ...common } = form;
  if (people.length === 0) {
    const detail = 'Choose an outcome for at least one person.';
    throw new InvalidInput(detail, [{ pointer: 'people', detail }]);
  }
  const keys = await listEmployeeKeys(
    ctx,
    people.map(({ employeeId }) => employeeId),
  );
  const today = await organizationDay(ctx);
  const lines: ObservationLine[] = [];
  const faults: FieldError[] = [];
  for (const { employeeId, outcome, note } of people) {
    const known = keys.get(employeeId);
    const pointer = known?.name ?? 'Somebody';
    const cells = {
      ...{ observed_on: common.observedOn, event: common.event, dimension: common.dimension },
      ...{ employee_external_id: known?.externalId ?? '', observer_external_id: common.observer },
      ...{ outcome, note },
    };
    const read = readObservationRow(cells, { pointer, today });
    if (read.ok) lines.push({ pointer, record: read.record });
    else faults.push(...read.faults);
  }
  if (faults.length > 0) throw new InvalidInput('Nothing was entered.', inWords(faults));
  return recordObservations(ctx, viewer, lines);
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  observed_on: 'Day',
  event: 'Drill or review',
  observer_external_id: 'Observer',
  dimension: 'Dimension',
};

/** What is wrong for everybody is said once, at its field. */
function inWords(faults: readonly FieldError[]): FieldError[] {
  const said = new Map<string, FieldError>();
  for (const { pointer, detail } of faults) {
    const [column = '', ...rest] = detail.split(': ');
    const field = FIELD_WORDS[column];
    const one = field ? { pointer: field, detail: rest.join(': ') } : { pointer, detail };
    said.set(`${one.pointer} ${one.detail}`, one);
  }
  return [...said.values()];
}
