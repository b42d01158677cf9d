import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { addTeam } from '~/modules/people/commands/add-team';
import { changeTeamResource } from '~/modules/people/commands/change-team-resource';
import { closeTeam } from '~/modules/people/commands/close-team';
import { reopenTeam } from '~/modules/people/commands/reopen-team';
import { getTeamResource, listTeamResources } from '~/modules/people/queries/list-team-resources';
import { addDays } from '~/shared/calendar-day';
import { TeamScene, TODAY } from './team-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

const RETURN = addDays(TODAY, 60);

/** A team that stands empty under South, and what a program does with it. */
async function open() {
  const scene = await TeamScene.open(db, ['North', 'South', 'South / Gate']);
  await scene.people([['E2', 'South', 'active']]);
  const [teamId, south, north] = [
    await scene.id('South / Gate'),
    await scene.id('South'),
    await scene.id('North'),
  ];
  const viewer = {
    ...{ kind: 'user', id: crypto.randomUUID(), role: 'owner', teamScope: [], name: 'O' },
    organization: { id: scene.organizationId, slug: 'o', name: 'O' },
  } as never;
  const question = { viewer, reach: 'all' } as const;
  return {
    ...{ scene, teamId, south, north },
    change: (body: Parameters<typeof changeTeamResource>[1]['body']) =>
      scene.in((ctx) => changeTeamResource(ctx, { teamId, body, today: TODAY })),
    one: () => scene.in((ctx) => getTeamResource(ctx, { ...question, id: teamId })),
    listed: (asOf: string) =>
      scene
        .in((ctx) => listTeamResources(ctx, { ...question, limit: 100, asOf }))
        .then(({ items }) => items.find(({ id }) => id === teamId)),
  };
}

describe('a team of the API', () => {
  it('that is closed and comes back says since when it is closed, and that it is open afterwards', async () => {
    const { scene, teamId, south, north, one, listed } = await open();
    await scene.in((ctx) => closeTeam(ctx, { teamId, from: TODAY }));
    await scene.in((ctx) => reopenTeam(ctx, { teamId, parentId: north, from: RETURN }));
    expect(await one()).toMatchObject({ parentId: south, closedOn: TODAY });
    expect(await listed(addDays(TODAY, -1))).toMatchObject({ parentId: south, closedOn: TODAY });
    expect(await listed(TODAY)).toBeUndefined();
    expect(await listed(RETURN)).toMatchObject({ parentId: north, closedOn: null });
  });

  it('is opened by null from today up to the return that is planned, and is left as it is when it is open', async () => {
    const { scene, teamId, south, north, change, one, listed } = await open();
    const before = await one();
    await change({ closedOn: null });
    expect(await one()).toEqual(before);
    await change({ closedOn: null, parentId: north });
    expect(await one()).toMatchObject({ parentId: north, closedOn: null });
    await change({ parentId: south });
    await scene.in((ctx) => closeTeam(ctx, { teamId, from: TODAY }));
    await scene.in((ctx) => reopenTeam(ctx, { teamId, parentId: north, from: RETURN }));
    await change({ closedOn: null });
    expect(await one()).toMatchObject({ parentId: south, closedOn: null });
    expect(await listed(RETURN)).toMatchObject({ parentId: north, closedOn: null });
  });

  it('points at closedOn where that day cannot be', async () => {
    const { scene, change, south } = await open();
    await expect(change({ closedOn: '1800-01-01' })).rejects.toMatchObject({
      errors: [{ pointer: '/closedOn' }],
    });
    const teamId = await scene.in((ctx) => addTeam(ctx, { name: 'Yard', parentId: south, from: TODAY }));
    const body = { closedOn: TODAY };
    await expect(
      scene.in((ctx) => changeTeamResource(ctx, { teamId, body, today: TODAY })),
    ).rejects.toMatchObject({
      errors: [{ pointer: '/closedOn', detail: expect.stringContaining('begins') }],
    });
  });
});
