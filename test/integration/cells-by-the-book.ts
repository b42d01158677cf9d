import type { TenantContext } from '#db/tenancy';
import { listRatingFacts } from '~/modules/assessments/queries/list-rating-facts';
import { addPerson, type CellSums, emptyCell } from '~/modules/capability/domain/cell';
import type { MethodConstants } from '~/modules/capability/domain/constants';
import {
  type GroupMember,
  implicitRequirement,
  isHolder,
  isSinglePoint,
} from '~/modules/capability/domain/holders';
import { computeProfile, type ProfileDimension } from '~/modules/capability/domain/profile';
import { personTargets } from '~/modules/capability/domain/target';
import { getMethod } from '~/modules/capability/queries/get-method';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listIncumbentTargets } from '~/modules/people/queries/list-incumbent-targets';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';

interface Member extends GroupMember {
  readonly teamId: string;
  readonly profile: readonly ProfileDimension[];
}

/** Every cell of an organization by the pure formulas alone, person by person, in the form of the stored rows. */
export async function cellsByTheBook(ctx: TenantContext, asOf: string) {
  const { constants } = await getMethod(ctx);
  const tree = await getTeamTree(ctx, asOf);
  const members = await membersOf(ctx, asOf);
  const isUnder = (teamId: string | null, top: string): boolean => {
    if (teamId === null) return false;
    return teamId === top || isUnder(tree.find((team) => team.teamId === teamId)?.parentId ?? null, top);
  };
  const rows = tree.flatMap(({ teamId }) =>
    DIMENSIONS.flatMap((dimension) => {
      const inDimension = (list: readonly Member[]) =>
        list.map((member) => ({
          ...member,
          row: member.profile.find((row) => row.dimension === dimension) as ProfileDimension,
        }));
      const group = inDimension(members.filter((member) => isUnder(member.teamId, teamId)));
      const direct = inDimension(members.filter((member) => member.teamId === teamId));
      const below = tree.filter((team) => team.parentId === teamId);
      const childHas = below.some(
        (child) =>
          implicitRequirement(
            inDimension(members.filter((member) => isUnder(member.teamId, child.teamId))),
            constants,
          ) !== null,
      );
      const single = !childHas && isSinglePoint(group, asOf, constants) === true;
      return [
        ...(group.length > 0
          ? [row({ teamId, rowKind: 'group', dimension, asOf, constants }, group, single)]
          : []),
        ...(direct.length > 0
          ? [row({ teamId, rowKind: 'direct', dimension, asOf, constants }, direct, false)]
          : []),
      ];
    }),
  );
  return rows.sort((a, b) =>
    `${a.groupId}${a.rowKind}${a.dimension}`.localeCompare(`${b.groupId}${b.rowKind}${b.dimension}`),
  );
}

interface Place {
  readonly teamId: string;
  readonly rowKind: string;
  readonly dimension: Dimension;
  readonly asOf: string;
  readonly constants: MethodConstants;
}

function row(
  { teamId, rowKind, dimension, asOf, constants }: Place,
  members: readonly (Member & { row: ProfileDimension })[],
  singlePoint: boolean,
) {
  const { noTarget: _derived, ...sums } = members.reduce<CellSums>(
    (cell, member) => addPerson(cell, member.row, { asOf, constants }),
    emptyCell(),
  );
  const holders = (level: 1 | 2 | 3 | 4) =>
    members.filter((member) => member.row.level === level && isHolder(member, level, asOf)).length;
  const critical = members.flatMap((member) => member.row.criticalLevel ?? []);
  return {
    ...sums,
    frameworkVersions: [...new Set(members.flatMap((member) => member.row.frameworkVersion ?? []))].sort(),
    groupId: teamId,
    rowKind,
    dimension,
    h1: holders(1),
    h2: holders(2),
    h3: holders(3),
    h4: holders(4),
    criticalPeople: critical.length,
    criticalMin: critical.length > 0 ? Math.min(...critical) : null,
    singlePoint,
  };
}

async function membersOf(ctx: TenantContext, asOf: string): Promise<Member[]> {
  const { constants, instruments } = await getMethod(ctx);
  const employments = await ctx.tx
    .selectFrom('employments')
    .select(['employeeId', 'teamId', 'available'])
    .where('status', '=', 'active')
    .where('validFrom', '<=', asOf)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', asOf)]))
    .execute();
  const ids = employments.map((employment) => employment.employeeId);
  const facts = await listRatingFacts(ctx, ids);
  const occupations = await listOccupationsAsOf(ctx, ids, asOf);
  const written = await listWrittenTargets(ctx, asOf);
  const ofPosts = await listIncumbentTargets(ctx, ids, asOf);
  return employments.map(({ employeeId, teamId, available }) => {
    const own = occupations.filter((occupation) => occupation.employeeId === employeeId);
    const post = ofPosts.filter((target) => target.employeeId === employeeId);
    const targets = personTargets(own, {
      written: (soc, roleBand) => {
        const rows = written.filter((target) => target.soc === soc && target.roleBand === roleBand);
        return rows.length > 0
          ? Object.fromEntries(rows.map((target) => [target.dimension, target]))
          : undefined;
      },
      assessed: instruments,
      constants,
      ...(post.length > 0
        ? { position: Object.fromEntries(post.map((target) => [target.dimension, target])) }
        : {}),
    });
    const mine = facts.filter((fact) => fact.employeeId === employeeId);
    const profile = computeProfile({
      facts: mine,
      targets,
      occupations: own,
      asOf,
      constants,
    });
    return { teamId, available, active: true, profile, row: profile[0] as ProfileDimension };
  });
}
