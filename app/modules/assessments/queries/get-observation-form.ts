import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listEmployeeKeys } from '~/modules/people/queries/list-employee-keys';
import { listPeopleOfTeam } from '~/modules/people/queries/list-people-of-team';
import { observationReach } from './observation-rights';

/** People that one form shows. */
export const MOST_ON_FORM = 200;

/** Teams to choose from, and the people of the chosen one of whom the viewer may say something; not the viewer. */
export async function getObservationForm(ctx: TenantContext, viewer: Viewer, teamId: string) {
  const { people: allowed, reach, today } = await observationReach(ctx, viewer);
  const tree = await getTeamTree(ctx, today);
  const inReach = new Set(reach === 'all' ? tree.map((one) => one.teamId) : subtrees(tree, viewer.teamScope));
  const teams = tree
    .filter((one) => inReach.has(one.teamId))
    .map(({ teamId: id, path }) => ({ teamId: id, path }));
  const isKnown = inReach.has(teamId);
  const members = isKnown ? await listPeopleOfTeam(ctx, { teamId, asOf: today, subtree: true }) : [];
  const people = members.filter(
    ({ employeeId }) => employeeId !== viewer.employeeId && (allowed === null || allowed.has(employeeId)),
  );
  const own =
    viewer.employeeId === null
      ? undefined
      : (await listEmployeeKeys(ctx, [viewer.employeeId])).get(viewer.employeeId);
  return {
    ...{ today, teams, teamId: isKnown ? teamId : null },
    people: people
      .slice(0, MOST_ON_FORM)
      .map(({ employeeId, externalId, name, title }) => ({ employeeId, externalId, name, title })),
    left: Math.max(0, people.length - MOST_ON_FORM),
    observer: own?.externalId ?? '',
  };
}

type Tree = Awaited<ReturnType<typeof getTeamTree>>;

/** The scope's teams and all beneath; a parent stands before its children. */
function subtrees(tree: Tree, scope: readonly string[]): string[] {
  const found = new Set(scope);
  for (const { teamId, parentId } of tree) if (parentId !== null && found.has(parentId)) found.add(teamId);
  return [...found];
}
