import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { factsOn, type Period, replaceFrom, timelineChange } from '~/modules/people/domain/timeline';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import {
  deleteRequirementPeriods,
  insertRequirementPeriods,
  listRequirementPeriods,
  lockRequirements,
} from '../data/group-requirements';
import {
  type RequirementFacts,
  type RequirementPeriod,
  requirementDifference,
  sameRequirement,
} from '../domain/requirements/requirement';
import { requirementRevision } from '../domain/requirements/requirement-revision';

export interface RequirementChange {
  readonly requirementId: string;
  /**
   * What holds from the day on, whole or as changes of what holds on that day; null: it ends, and is gone where it had
   * not begun.
   */
  readonly facts: Partial<RequirementFacts> | null;
  readonly from: string;
  /** What requirementRevision gave when it was read; not given: whatever it is now. */
  readonly revision?: string;
}

/** Adds a requirement from a day on; resolves to its id. Throws InvalidInput for a team that is not there. */
export async function addRequirement(
  ctx: TenantContext,
  { facts, from }: { readonly facts: RequirementFacts; readonly from: string },
): Promise<string> {
  await requireTeams(ctx, facts, from);
  const requirementId = randomUUID();
  await insertRequirementPeriods(ctx, [{ requirementId, validFrom: from, validTo: null, ...facts }]);
  record(ctx, { requirement: requirementId, what: 'added', fields: [] });
  return requirementId;
}

/**
 * Changes a requirement from a day on, or ends it; what was planned after that day goes. Nothing is written where
 * nothing differs. Throws NotFound, Conflict when somebody else changed it since, InvalidInput for unknown teams and
 * for a change of what is over.
 */
export async function changeRequirement(ctx: TenantContext, change: RequirementChange): Promise<void> {
  const { requirementId, from, revision } = change;
  await lockRequirements(ctx);
  const known = await listRequirementPeriods(ctx, [requirementId]);
  const timeline = known.map(periodOf);
  const last = timeline.at(-1);
  if (!last) throw new NotFound('There is no such requirement.');
  if (revision !== undefined && revision !== requirementRevision(known)) throw changedMeanwhile();
  if (last.validTo !== null && last.validTo <= from && change.facts !== null)
    throw new InvalidInput('This requirement has ended. Add a new one.', [
      { pointer: 'from', detail: `is not before ${last.validTo}, when it ended.` },
    ]);
  const before =
    factsOn(timeline, from) ?? (timeline.find(({ validFrom }) => validFrom > from) ?? last).facts;
  const facts = change.facts && { ...before, ...change.facts };
  if (facts) await requireTeams(ctx, facts, from);
  const next = replaceFrom(timeline, { from, facts }, sameRequirement);
  const { removed, written } = timelineChange(timeline, next, sameRequirement);
  if (removed.length + written.length === 0) return;
  const gone = [...new Set([...removed, ...written.map(({ validFrom }) => validFrom)])];
  await deleteRequirementPeriods(
    ctx,
    gone.map((validFrom) => ({ requirementId, validFrom })),
  );
  await insertRequirementPeriods(
    ctx,
    written.map((period) => ({
      requirementId,
      ...period.facts,
      validFrom: period.validFrom,
      validTo: period.validTo,
    })),
  );
  record(ctx, {
    requirement: requirementId,
    what: facts ? 'changed' : next.length === 0 ? 'removed' : 'ended',
    fields: facts ? requirementDifference(before, facts) : [],
  });
}

function periodOf(row: RequirementPeriod): Period<RequirementFacts> {
  const { requirementId: _id, validFrom, validTo, ...facts } = row;
  return { validFrom, validTo, facts };
}

async function requireTeams(ctx: TenantContext, { groups }: RequirementFacts, from: string): Promise<void> {
  const asked = groups.kind === 'teams' ? groups.teamIds : groups.teamId === null ? [] : [groups.teamId];
  if (asked.length === 0) return;
  const known = new Set((await getTeamTree(ctx, from)).map(({ teamId }) => teamId));
  if (asked.every((teamId) => known.has(teamId))) return;
  throw new InvalidInput('A team of the requirement is not there.', [
    { pointer: 'groups', detail: `names a team that is not there on ${from}.` },
  ]);
}

type Details = {
  requirement: string;
  what: 'added' | 'changed' | 'ended' | 'removed';
  fields: string[];
};

function record(ctx: TenantContext, details: Details): void {
  const subject = { kind: 'organization', id: ctx.organizationId } as const;
  recordAudit(ctx, { action: 'requirement.change', subject, details });
}

function changedMeanwhile(): Conflict {
  return new Conflict(
    'Somebody changed this requirement since you opened it. Nothing was saved: look at it as it is now, then change it again.',
  );
}
