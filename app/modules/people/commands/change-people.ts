import type { Actor, TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { batches } from '~/shared/batches';
import { Conflict, InvalidInput } from '~/shared/errors';
import { lockPeopleImport } from '../data/import-lock';
import { insertOwnedFields, type OwnedFieldRow } from '../data/owned-fields';
import { changeDayFault } from '../domain/change-day';
import type { FieldDifference } from '../domain/employee-differences';
import { ownedFieldOf } from '../domain/owned-fields';
import { getPeopleRevision } from '../queries/get-people-revision';
import { applyEmployeeChanges } from './apply-employee-changes';
import { loadPlaces, type Places } from './load-names-of';
import {
  type PeopleChange,
  type PeoplePlan,
  planPeopleChange,
  type RefusedPerson,
} from './plan-people-change';

export interface PeopleChangeRequest extends PeopleChange {
  /** Of what the asker saw; null: whatever is known now. */
  readonly revision: string | null;
  /** Whether Cadre owns the stated fields of these people from now on. */
  readonly own: boolean;
  /** The organization's day. */
  readonly today: string;
  /** Who asked for what a job does. */
  readonly askedBy?: Actor;
}

export interface ChangedPeople {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedPerson[];
  /** Of the only person; of many people none are told. */
  readonly differences: readonly FieldDifference[];
}

const BATCH = 1_000;

/**
 * Changes one or many people from a day on, through the one write path. Of one person a refusal is thrown; of many,
 * those whom it concerns are left as they are and told.
 * @throws NotFound; InvalidInput naming the field; Conflict when somebody changed one of them meanwhile.
 */
export async function changePeople(
  ctx: TenantContext,
  request: PeopleChangeRequest,
  report: (share: number) => void = () => {},
): Promise<ChangedPeople> {
  requireChangeDay(request);
  await lockPeopleImport(ctx);
  await requireSeen(ctx, request);
  const places = await loadPlaces(ctx, request.today);
  const plans: PeoplePlan[] = [];
  let done = 0;
  for (const employeeIds of batches(request.employeeIds, BATCH)) {
    plans.push(await changeBatch(ctx, { ...request, employeeIds }, places));
    done += employeeIds.length;
    report(done / request.employeeIds.length);
  }
  const changed = plans.flatMap((plan) => plan.changed);
  audit(ctx, request, changed);
  return {
    changed: changed.length,
    unchanged: plans.reduce((sum, plan) => sum + plan.unchanged, 0),
    refused: plans.flatMap((plan) => plan.refused),
    differences: request.employeeIds.length === 1 ? (changed[0]?.change.differences ?? []) : [],
  };
}

async function requireSeen(ctx: TenantContext, { revision, employeeIds }: PeopleChangeRequest) {
  if (revision === null || revision === (await getPeopleRevision(ctx, employeeIds))) return;
  throw new Conflict(
    'Somebody changed this while the page was open. Look at it as it is now, then change it again.',
  );
}

async function changeBatch(
  ctx: TenantContext,
  request: PeopleChangeRequest,
  places: Places,
): Promise<PeoplePlan> {
  const plan = await planPeopleChange(ctx, request, places);
  const [refused] = plan.refused;
  if (refused && request.employeeIds.length === 1)
    throw new InvalidInput(refused.errors.map(({ detail }) => detail).join(' '), refused.errors);
  await applyEmployeeChanges(
    ctx,
    plan.changed.map(({ change }) => change),
    plan.names,
  );
  if (request.own) auditOwned(ctx, request, await ownStated(ctx, request, plan));
  return plan;
}

async function ownStated(
  ctx: TenantContext,
  { change, employeeIds }: PeopleChange,
  plan: PeoplePlan,
): Promise<OwnedFieldRow[]> {
  const left = new Set(plan.refused.map(({ employeeId }) => employeeId));
  const stated = Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : field));
  const fields = new Set(stated.flatMap((field) => ownedFieldOf(field) ?? []));
  const people = employeeIds.filter((employeeId) => !left.has(employeeId));
  return insertOwnedFields(
    ctx,
    people.flatMap((employeeId) => [...fields].map((field) => ({ employeeId, field }))),
  );
}

function auditOwned(ctx: TenantContext, request: PeopleChangeRequest, owned: readonly OwnedFieldRow[]): void {
  const [first] = owned;
  if (!first) return;
  const people = new Set(owned.map(({ employeeId }) => employeeId)).size;
  const entry = {
    action: 'employee.own' as const,
    subject:
      people === 1
        ? ({ kind: 'employee', id: first.employeeId } as const)
        : ({ kind: 'organization', id: ctx.organizationId } as const),
    details: { fields: [...new Set(owned.map(({ field }) => field))].sort(), people },
  };
  recordAudit(ctx, entry, request.askedBy);
}

function audit(ctx: TenantContext, request: PeopleChangeRequest, changed: PeoplePlan['changed']): void {
  const [first] = changed;
  if (!first) return;
  const fields = changed.flatMap(({ change }) => change.differences.map(({ field }) => field));
  const one = request.employeeIds.length === 1;
  const entry = {
    action: 'employee.change' as const,
    subject: one
      ? ({ kind: 'employee', id: first.employeeId } as const)
      : ({ kind: 'organization', id: ctx.organizationId } as const),
    details: { fields: [...new Set(fields)].sort(), people: changed.length, from: request.from },
  };
  recordAudit(ctx, entry, request.askedBy);
}

function requireChangeDay({ from, today }: PeopleChangeRequest): void {
  const detail = changeDayFault(from, today);
  if (detail) throw new InvalidInput(detail, [{ pointer: '/from', detail }]);
}
