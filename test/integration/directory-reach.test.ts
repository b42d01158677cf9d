import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import type { Reach } from '~/modules/organizations/domain/permissions';
import { moveTeam } from '~/modules/people/commands/move-team';
import { getTeam } from '~/modules/people/queries/get-team';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { listTeamResources } from '~/modules/people/queries/list-team-resources';
import { listTeams } from '~/modules/people/queries/list-teams';
import { TeamScene, TODAY } from './team-scene';

const PLANNED = '2027-03-01';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

/** North with a dock, where E1 works; the dock is to move to the South. */
async function plannedScene() {
  const scene = await TeamScene.open(db, ['North', 'North / Dock', 'South']);
  const [dock, south, north] = [
    await scene.id('North / Dock'),
    await scene.id('South'),
    await scene.id('North'),
  ];
  await scene.in((ctx) => moveTeam(ctx, { teamId: dock, parentId: south, from: PLANNED }));
  const { E1 } = Object.fromEntries(await scene.in((ctx) => listIdsByExternalId(ctx, new Set(['E1']))));
  const viewer = {
    ...{ kind: 'user', id: 'u', name: 'u', role: 'employee', teamScope: [north], employeeId: E1 ?? '' },
    organization: { id: scene.organizationId, slug: 's', name: 's' },
  } as const;
  return { scene, dock, south, viewer };
}

describe('whoever meets only colleagues', () => {
  it('is not told of a move to come, neither in the tree, of the team, nor by the API', async () => {
    const { scene, dock, south, viewer } = await plannedScene();
    const seen = (reach: Reach) =>
      scene.in(async (ctx) => {
        const question = { viewer, reach, asOf: PLANNED };
        const listed = await listTeams(ctx, question);
        const { items } = await listTeamResources(ctx, { ...question, limit: 10 });
        const team = await getTeam(ctx, { ...question, teamId: dock, asOf: TODAY });
        return {
          day: listed.asOf,
          path: listed.teams.find(({ teamId }) => teamId === dock)?.path,
          beneathSouth: items.find(({ id }) => id === dock)?.parentId === south,
          planned: team.planned,
          periods: team.periods.length,
          until: team.periods.at(-1)?.validTo,
        };
      });
    const told = { day: PLANNED, path: 'South / Dock', beneathSouth: true, planned: [PLANNED] };
    expect(await seen('all')).toEqual({ ...told, periods: 2, until: PLANNED });
    expect(await seen('team')).toEqual({
      ...{ day: TODAY, path: 'North / Dock', beneathSouth: false, planned: [] },
      ...{ periods: 1, until: null },
    });
  });
});
