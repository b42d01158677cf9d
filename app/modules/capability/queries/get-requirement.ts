import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listPeopleOfTeam } from '~/modules/people/queries/list-people-of-team';
import { NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';
import { listRequirementPeriods } from '../data/group-requirements';
import { listProfiles, type StoredProfile } from '../data/profiles';
import { isHolder } from '../domain/holders';
import { mayReadPerson } from '../domain/individual-access';
import type { RequirementPeriod } from '../domain/requirements/requirement';
import { requirementRevision } from '../domain/requirements/requirement-revision';
import { getMethod } from './get-method';
import { getRequirementAccess, type RequirementAccess } from './get-requirement-access';
import { asReadBy } from './list-read-profiles';
import { type RequirementWithGroups, withStates } from './list-requirement-states';
import { periodShown } from './list-requirements';

export interface HolderOfRequirement {
  readonly employeeId: string;
  readonly name: string;
}

export interface RequirementDetail {
  readonly asOf: string;
  readonly today: string;
  readonly seesStates: boolean;
  /** The period of today or the next one; of what is over the last. */
  readonly requirement: RequirementWithGroups;
  readonly isOver: boolean;
  readonly periods: readonly RequirementPeriod[];
  readonly revision: string;
  /** Who holds it in the group asked for; null where none was, or the viewer may not read them one by one. */
  readonly holders: { readonly teamId: string; readonly people: readonly HolderOfRequirement[] } | null;
}

interface Question {
  readonly viewer: Viewer;
  readonly requirementId: string;
  /** The team whose holders are to be named; null: nobody is. */
  readonly group: string | null;
}

/** One requirement with its groups. Throws NotFound, also where it is set on no team that the viewer sees. */
export async function getRequirement(
  ctx: TenantContext,
  { viewer, requirementId, group }: Question,
): Promise<RequirementDetail> {
  const periods = isUuid(requirementId) ? await listRequirementPeriods(ctx, [requirementId]) : [];
  const access = await getRequirementAccess(ctx, viewer);
  const { asOf, today, seesStates } = access;
  const open = periodShown(periods, today);
  const period = open ?? periods.at(-1);
  const [requirement] = period ? await withStates(ctx, [period], access) : [];
  const everywhere = reachOf(viewer.role, 'requirements:read') === 'all';
  if (!requirement || !(everywhere || requirement.states.length > 0))
    throw new NotFound('There is no such requirement.');
  return {
    ...{ asOf, today, seesStates, requirement, periods },
    isOver: open === undefined,
    revision: requirementRevision(periods),
    holders: await holdersIn(ctx, { viewer, group, requirement, access }),
  };
}

interface Scene {
  readonly viewer: Viewer;
  readonly group: string | null;
  readonly requirement: RequirementWithGroups;
  readonly access: RequirementAccess;
}

type HolderRow = Pick<
  StoredProfile,
  | 'employeeId'
  | 'dimension'
  | 'level'
  | 'raterKind'
  | 'recheckOn'
  | 'criticalLevel'
  | 'assessmentIds'
  | 'selfManagerDifference'
>;

/** Names are individual ratings: only of people whom the viewer may read one by one, and the view is noted. */
async function holdersIn(
  ctx: TenantContext,
  { viewer, group, requirement, access }: Scene,
): Promise<RequirementDetail['holders']> {
  const shown = requirement.states.find(({ teamId }) => teamId === group);
  if (!shown) return null;
  const { teamId } = shown;
  const { asOf, individual } = access;
  const everybody = await listPeopleOfTeam(ctx, { teamId, asOf, subtree: true });
  const readable = everybody.filter((person) => mayReadPerson(individual, person));
  const stored = await listProfiles(
    ctx,
    readable.map(({ employeeId }) => employeeId),
  );
  const rows = await asReadBy<HolderRow>(ctx, stored, {
    ...{ viewer, asOf, method: await getMethod(ctx) },
    rowOf: ({ assessmentIds, ...row }) => ({ ...row, assessmentIds: [...assessmentIds] }),
  });
  const rowOf = new Map(
    rows.filter((row) => row.dimension === requirement.dimension).map((row) => [row.employeeId, row]),
  );
  const people = readable.flatMap(({ employeeId, name, available }) => {
    const row = rowOf.get(employeeId);
    const member = row && ({ active: true, available, row } as Parameters<typeof isHolder>[0]);
    return member && isHolder(member, requirement.level, asOf) ? [{ employeeId, name }] : [];
  });
  if (people.length > 0) {
    const scope = {
      kind: 'people',
      team: teamId,
      people: people.map(({ employeeId }) => employeeId),
    } as const;
    noteView(ctx, { viewer, reach: reachOf(viewer.role, 'profiles:read'), scope });
  }
  return { teamId, people };
}
