import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { addTeam } from '~/modules/people/commands/add-team';
import { moveTeam } from '~/modules/people/commands/move-team';
import { withdrawTeamChange } from '~/modules/people/commands/withdraw-team-change';
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
  const viewer: Viewer = {
    ...{ kind: 'user', id: 'u', name: 'u', role: 'employee', teamScope: [north] },
    employeeId: E1 ?? '',
    organization: { id: scene.organizationId, slug: 's', name: 's' },
  };
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

it('a planned team of which a requirement is asked is not taken back', async () => {
  const scene = await TeamScene.open(db, ['North']);
  const teamId = await scene.in((ctx) => addTeam(ctx, { name: 'Harbour', parentId: null, from: PLANNED }));
  const facts = {
    name: 'Shift lead',
    dimension: 'leadership',
    level: 3,
    minimum: 2,
    reason: 'Two keys.',
    groups: { kind: 'teams', teamIds: [teamId] },
  } as const;
  await scene.in((ctx) => addRequirement(ctx, { facts, from: PLANNED }));
  expect(await scene.refusal((ctx) => withdrawTeamChange(ctx, { teamId, day: PLANNED }))).toMatch(
    'planned for Harbour',
  );
});
