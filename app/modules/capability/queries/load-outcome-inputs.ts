import type { TenantContext } from '#db/tenancy';
import { listRatingFacts } from '~/modules/assessments/queries/list-rating-facts';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { listGroupMembers } from '../data/group-members';
import { listProfiles } from '../data/profiles';
import type { AskedOfGroup, OutcomeInput } from '../domain/calibration/calibration-outcome';
import { isHolder } from '../domain/holders';
import type { ProfileDimension } from '../domain/profile';
import type { RaterKind } from '../domain/rating-fact';
import type { Target } from '../domain/target';
import { computeProfiles } from './compute-profiles';
import { getMethod } from './get-method';
import type { LiveTeams } from './get-requirement-access';
import { type GroupRequirement, listGroupRequirements } from './list-group-requirements';

export type OutcomeInputOf = (place: {
  readonly employeeId: string;
  readonly cycleId: string;
  readonly dimension: Dimension;
  readonly soc: string;
  readonly settledOn: string;
}) => OutcomeInput;

/** What the outcomes of decisions about these people are computed from, today; groups are those of the access. */
export async function loadOutcomeInputs(
  ctx: TenantContext,
  access: LiveTeams,
  employeeIds: readonly string[],
): Promise<OutcomeInputOf> {
  const method = await getMethod(ctx);
  const asOf = method.today;
  const facts = Map.groupBy(await listRatingFacts(ctx, employeeIds), (one) => one.employeeId);
  const occupations = Map.groupBy(await listOccupationsAsOf(ctx, employeeIds, asOf), (one) => one.employeeId);
  const rows = Map.groupBy(
    await computeProfiles(ctx, employeeIds, { method, asOf }),
    (one) => one.employeeId,
  );
  const stored = new Map(
    (await listProfiles(ctx, employeeIds)).map((row) => [`${row.employeeId} ${row.dimension}`, row]),
  );
  const members = new Map(
    (await listGroupMembers(ctx, employeeIds, asOf)).map((one) => [one.employeeId, one]),
  );
  const requirements = await listGroupRequirements(ctx, access, {
    teamIds: [...new Set([...members.values()].map(({ teamId }) => teamId))],
    constants: method.constants,
  });
  return ({ employeeId, cycleId, dimension, soc, settledOn }) => {
    const own = rows.get(employeeId) ?? [];
    const member = members.get(employeeId);
    const before = stored.get(`${employeeId} ${dimension}`);
    const asked = member ? requirements(member.teamId, dimension) : [];
    return {
      ...{ cycleId, dimension, soc, settledOn, rows: own },
      profile: {
        facts: facts.get(employeeId) ?? [],
        occupations: occupations.get(employeeId) ?? [],
        targets: targetsOf(own),
        asOf,
        constants: method.constants,
      },
      member: { active: member?.active ?? false, available: member?.available ?? false },
      groups: asked.map((group) => withoutPerson(group, { member, before })),
    };
  };
}

interface StoredPerson {
  readonly member: { readonly active: boolean; readonly available: boolean } | undefined;
  readonly before:
    | {
        readonly level: number | null;
        readonly raterKind: string | null;
        readonly recheckOn: string | null;
      }
    | undefined;
}

/** The group's stored counts less what the person's stored figures put into them. */
function withoutPerson(group: GroupRequirement, { member, before }: StoredPerson): AskedOfGroup {
  const { teamId, team, level, minimum, count, asOf } = group;
  if (!member?.active) return { teamId, team, level, minimum, others: count };
  const row = {
    level: (before?.level ?? null) as ProfileDimension['level'],
    raterKind: (before?.raterKind ?? null) as RaterKind | null,
    recheckOn: before?.recheckOn ?? null,
    criticalLevel: null,
  };
  const isDue = row.recheckOn !== null && row.recheckOn <= asOf;
  const holds = isHolder({ ...member, row }, level === 0 ? 1 : level, asOf);
  return {
    ...{ teamId, team, level, minimum },
    others: {
      holders: count.holders - (holds ? 1 : 0),
      unassessed: count.unassessed - (row.level === null ? 1 : 0),
      due: count.due - (isDue ? 1 : 0),
    },
  };
}

function targetsOf(rows: readonly ProfileDimension[]): Record<Dimension, Target | null> {
  return Object.fromEntries(
    rows.map(({ dimension, target, weight, critical, criticalLevel, isDefault }) => [
      dimension,
      target === null ? null : { level: target, weight: weight ?? 1, critical, criticalLevel, isDefault },
    ]),
  ) as Record<Dimension, Target | null>;
}
