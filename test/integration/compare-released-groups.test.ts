import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { getGroupComparison } from '~/modules/capability/queries/get-group-comparison';
import type { HeatmapQuery } from '~/modules/capability/queries/get-heatmap';
import { listComparableGroups } from '~/modules/capability/queries/list-comparable-groups';
import type { Role } from '~/modules/organizations/domain/role';
import { moveTeam } from '~/modules/people/commands/move-team';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { ReleaseScene } from './release-scene';

const db = await openTestDatabase();
const DAY = '2026-11-21';

async function openScene(teams: readonly string[], each: number) {
  const levels = Array.from({ length: each }, (_, at) => at % 5);
  const scene = await ReleaseScene.open(db, Object.fromEntries(teams.map((path) => [path, levels])));
  const organization = { id: scene.organizationId, slug: 'x', name: 'x' };
  const id = await scene.member('e', 'executive');
  await scene.prepare();
  const role: Role = 'executive';
  const viewer = {
    kind: 'user',
    id,
    name: 'x',
    role,
    teamScope: [],
    employeeId: null,
    organization,
  } as const;
  const query = { viewer, reach: 'released', limit: 1, after: null } as const;
  const tree = await scene.inTenant((ctx) => getTeamTree(ctx, DAY));
  return {
    ...{ scene, query },
    idOf: (path: string) => tree.find((team) => team.path === path)?.teamId ?? '',
    listed: (more: Partial<HeatmapQuery> = {}) =>
      scene.inTenant((ctx) =>
        listComparableGroups(ctx, { ...query, ...more, rows: 'team', choices: null, chosen: [] }),
      ),
  };
}

it('every released group can be chosen, however many stand above it', async () => {
  const numbers = Array.from({ length: 42 }, (_, at) => String(at).padStart(2, '0'));
  const tops = numbers.map((number) => `T${number}`);
  const paths = numbers.map((number) => `T${number} / A${number}-`);
  const { listed } = await openScene(paths, 6);
  const { groups, unlisted } = await listed();
  expect(groups.map(({ name }) => name)).toEqual([...tops, ...paths].sort());
  expect(unlisted).toBe(0);
});

it('a team that moved since the release is compared where the release has it', async () => {
  const { scene, query, idOf, listed } = await openScene(
    ['East / Dock', 'East / Gate', 'West / Yard', 'West / Quay'],
    12,
  );
  const [dock, gate, east] = [idOf('East / Dock'), idOf('East / Gate'), idOf('East')];
  const compare = (ids: readonly [string, string]) =>
    scene.inTenant((ctx) => getGroupComparison(ctx, { ...query, rows: 'team', ids }));
  const before = await compare([dock, gate]);
  await scene.inTenant((ctx) => moveTeam(ctx, { teamId: dock, parentId: idOf('West') }));
  expect((await listed()).groups.map(({ id }) => id)).toContain(dock);
  const after = await compare([dock, gate]);
  expect(after.first).toEqual(before.first);
  expect(after.first.parentId).toBe(east);
  expect([after.sharePeople, (await compare([east, dock])).sharePeople]).toEqual([false, true]);
});
