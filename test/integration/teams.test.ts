import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { addTeam } from '~/modules/people/commands/add-team';
import { closeTeam } from '~/modules/people/commands/close-team';
import { moveTeam } from '~/modules/people/commands/move-team';
import { renameTeam } from '~/modules/people/commands/rename-team';
import { reopenTeam } from '~/modules/people/commands/reopen-team';
import { withdrawTeamChange } from '~/modules/people/commands/withdraw-team-change';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { previewTeamMove } from '~/modules/people/queries/preview-team-move';
import { addDays } from '~/shared/calendar-day';
import { formatDay } from '~/shared/format-day';
import { ReleaseScene } from './release-scene';
import { cellsOf, drain, expectRebuildSame, TeamScene, TODAY } from './team-scene';

const FORMER = '2026-10-01';
const LATER = '2027-03-01';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

const PLACES = ['North', 'North / Dock', 'North / Dock / Night', 'South', 'South / Gate'];

describe('a team that is moved', () => {
  it('takes its people out of the sums above it and into those of its new place, as a rebuild would', async () => {
    const scene = await TeamScene.open(db, PLACES);
    await scene.in(drain);
    const people = async (path: string) => {
      const id = await scene.id(path);
      const cells = await scene.in(cellsOf);
      return cells.find((cell) => cell.groupId === id && cell.rowKind === 'group')?.people ?? 0;
    };
    expect([await people('North'), await people('South')]).toEqual([3, 2]);
    await scene.move('North / Dock', 'South');
    await scene.in(drain);
    expect([await people('North'), await people('South')]).toEqual([1, 4]);
    await expectRebuildSame(scene);
  });

  it('keeps where it was before, and can be moved on a day that is past or has not come', async () => {
    const scene = await TeamScene.open(db, PLACES);
    await scene.move('North / Dock', 'South', FORMER);
    await scene.move('South / Dock / Night', null, LATER);
    expect(await scene.paths(addDays(FORMER, -1))).toEqual([...PLACES].sort());
    expect(await scene.paths()).toEqual([
      'North',
      'South',
      'South / Dock',
      'South / Dock / Night',
      'South / Gate',
    ]);
    expect(await scene.paths(LATER)).toContain('Night');
    await scene.in(drain);
    scene.today = LATER;
    await expectRebuildSame(scene);
  });

  it('keeps what is planned after it: the move lasts until then', async () => {
    const scene = await TeamScene.open(db, PLACES);
    await scene.move('North / Dock', null, LATER);
    await scene.move('North / Dock', 'South');
    expect(await scene.paths(addDays(LATER, -1))).toContain('South / Dock');
    expect(await scene.paths(LATER)).toContain('Dock');
  });

  it('is not put beneath itself on any day; the circle is told in names', async () => {
    const scene = await TeamScene.open(db, PLACES);
    const refused = async (path: string, to: string, from?: string) => {
      const [teamId, parentId] = [await scene.id(path), await scene.id(to)];
      return scene.refusal((ctx) => moveTeam(ctx, { teamId, parentId, ...(from ? { from } : {}) }));
    };
    const circle = 'A team cannot be beneath itself: North → Night → Dock → North.';
    expect(await refused('North', 'North / Dock / Night')).toBe(circle);
    expect(await refused('North', 'North')).toContain('North → North');
    // Later South goes beneath North: from then on North cannot be beneath South's gate, from today neither.
    await scene.move('South', 'North', LATER);
    expect(await refused('North', 'South / Gate')).toContain('North → Gate → South → North');
  });

  it('finds no second team of its name beside it on any day, nor a team above that is closed', async () => {
    const scene = await TeamScene.open(db, [...PLACES, 'South / Dock', 'Empty']);
    const [teamId, south, empty] = [
      await scene.id('North / Dock'),
      await scene.id('South'),
      await scene.id('Empty'),
    ];
    expect(await scene.refusal((ctx) => moveTeam(ctx, { teamId, parentId: south }))).toBe(
      `There is another team called Dock in South on ${formatDay(TODAY)}.`,
    );
    await scene.people([['E6', 'North', 'active']]);
    await scene.in((ctx) => closeTeam(ctx, { teamId: empty, from: LATER }));
    expect(await scene.refusal((ctx) => moveTeam(ctx, { teamId, parentId: empty }))).toBe(
      `The team above is not open on ${formatDay(LATER)}.`,
    );
  });

  it('is refused when the tree is not the one that was seen', async () => {
    const scene = await TeamScene.open(db, PLACES);
    const [teamId, parentId] = [await scene.id('North / Dock'), await scene.id('South')];
    const look = async () => {
      const question = { teamId, parentId, from: TODAY, today: TODAY, holders: [] };
      return (await scene.in((ctx) => previewTeamMove(ctx, question)))?.revision ?? '';
    };
    const seen = await look();
    await scene.in((ctx) => renameTeam(ctx, { teamId: parentId, name: 'Far South' }));
    expect(await scene.refusal((ctx) => moveTeam(ctx, { teamId, parentId, seen }))).toContain(
      'while this page',
    );
    const now = await look();
    const elsewhere = await scene.id('Far South / Gate');
    await scene.in((ctx) => renameTeam(ctx, { teamId: elsewhere, name: 'Lock' }));
    await scene.in((ctx) => moveTeam(ctx, { teamId, parentId, seen: now }));
    expect(await scene.paths()).toContain('Far South / Dock');
  });

  it('can be withdrawn while it has not come', async () => {
    const scene = await TeamScene.open(db, PLACES);
    const teamId = await scene.id('North / Dock');
    await scene.move('North / Dock', 'South', LATER);
    await scene.in((ctx) => withdrawTeamChange(ctx, { teamId, day: LATER }));
    expect(await scene.paths(LATER)).toEqual([...PLACES].sort());
    await scene.move('North / Dock', 'South', FORMER);
    expect(await scene.refusal((ctx) => withdrawTeamChange(ctx, { teamId, day: FORMER }))).toContain(
      'Nothing',
    );
  });

  it('shows no sum that rests on the few people who moved with it', async () => {
    const scene = await ReleaseScene.open(db, {
      'A / Large': [1, 2, 3, 4, 1, 2, 3, 4],
      'A / Small': [4, 4],
      'B / Wide': [1, 2, 1, 2, 3, 4, 1, 2],
    });
    const viewer = { id: await scene.member('x', 'executive'), role: 'executive' } as const;
    await scene.prepare();
    const before = (await scene.shown(viewer)).rows;
    await scene.inTenant(async (ctx) => {
      const tree = await getTeamTree(ctx, TODAY);
      const idOf = (path: string) => tree.find((team) => team.path === path)?.teamId ?? '';
      await moveTeam(ctx, { teamId: idOf('A / Small'), parentId: idOf('B') });
    });
    await scene.release('month_end');
    await scene.prepare();
    const after = await scene.shown(viewer);
    // Two people moved: either figure as of now, less the one before, would be theirs.
    expect(after.rows).toEqual(before);
    expect(Object.keys(before)).toEqual(['A', 'B']);
  });
});

describe('a team', () => {
  it('is closed only when nobody is or will be in it and none is beneath; its past stays and it can come back', async () => {
    const scene = await TeamScene.open(db, PLACES);
    const [gate, north] = [await scene.id('South / Gate'), await scene.id('North')];
    expect(await scene.refusal((ctx) => closeTeam(ctx, { teamId: gate, from: TODAY }))).toBe(
      `Gate cannot be closed: one person is or will be in it from ${formatDay(TODAY)}.`,
    );
    await scene.people([
      ['E0', 'South', 'active'],
      ['E4', 'South', 'active'],
    ]);
    expect(await scene.refusal((ctx) => closeTeam(ctx, { teamId: north, from: TODAY }))).toBe(
      `One team is beneath it on ${formatDay(TODAY)}: move or close them first.`,
    );
    await scene.in((ctx) => closeTeam(ctx, { teamId: gate, from: TODAY }));
    expect(await scene.paths()).not.toContain('South / Gate');
    expect(await scene.paths(addDays(TODAY, -1))).toContain('South / Gate');
    await expectRebuildSame(scene);
    const south = await scene.id('South');
    await scene.in((ctx) => reopenTeam(ctx, { teamId: gate, parentId: south, from: LATER }));
    expect(await scene.paths(LATER)).toContain('South / Gate');
    await scene.in((ctx) => withdrawTeamChange(ctx, { teamId: gate, day: LATER }));
    expect(await scene.paths(LATER)).not.toContain('South / Gate');
  });

  it('is made anew by a file that names a closed one, from the day on which the former ended', async () => {
    const scene = await TeamScene.open(db, PLACES);
    await scene.people([['E4', 'South', 'active']]);
    const gate = await scene.id('South / Gate');
    await scene.in((ctx) => closeTeam(ctx, { teamId: gate, from: TODAY }));
    await scene.people([['E4', 'South / Gate', 'active']]);
    expect(await scene.id('South / Gate')).not.toBe(gate);
    expect((await scene.paths(addDays(TODAY, -1))).filter((path) => path === 'South / Gate')).toHaveLength(1);
    await expectRebuildSame(scene);
  });

  it('that is planned is not taken by a file before its day', async () => {
    const scene = await TeamScene.open(db, PLACES);
    const south = await scene.id('South');
    const teamId = await scene.in((ctx) => addTeam(ctx, { name: 'Yard', parentId: south, from: LATER }));
    await expect(scene.people([['E4', 'South / Yard', 'active']])).rejects.toThrow('it is planned for');
    await scene.in((ctx) => withdrawTeamChange(ctx, { teamId, day: LATER }));
    await scene.people([['E4', 'South / Yard', 'active']]);
    expect(await scene.paths()).toContain('South / Yard');
  });

  it('has a name that a path can say, and no other beside it has', async () => {
    const scene = await TeamScene.open(db, PLACES);
    const [south, gate] = [await scene.id('South'), await scene.id('South / Gate')];
    const adding = (name: string) => scene.refusal((ctx) => addTeam(ctx, { name, parentId: south }));
    expect(await adding('  ')).toBe('Give the team a name.');
    expect(await adding('/ x')).toContain('slash');
    expect(await adding('Gate')).toBe(`There is another team called Gate in South on ${formatDay(TODAY)}.`);
    expect(await adding('x'.repeat(3_000))).toContain('longer than 200');
    expect(await adding('a / b \u{1F512} \u05D0')).toBe('not refused');
    expect(await scene.paths()).toContain('South / a \\/ b \u{1F512} \u05D0');
    expect(
      await scene.refusal((ctx) => renameTeam(ctx, { teamId: gate, name: 'a / b \u{1F512} \u05D0' })),
    ).toContain('another team');
    expect(
      await scene.refusal((ctx) => addTeam(ctx, { name: 'y', parentId: null, from: '2030-01-01' })),
    ).toContain('two years');
  });
});

describe('any sequence of changes of the tree', () => {
  const step = fc.record({
    kind: fc.constantFrom('move', 'move', 'move', 'add', 'close', 'withdraw', 'refresh', 'day'),
    team: fc.nat(20),
    to: fc.nat(20),
    ahead: fc.constantFrom(-30, 0, 0, 3, 40),
  });

  it('leaves a tree that reads well on every day, and the figures of a rebuild', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const scene = await TeamScene.open(db, PLACES);
        await scene.in(drain);
        let made = 0;
        for (const { kind, team, to, ahead } of steps) {
          const tree = await scene.in((ctx) => getTeamTree(ctx, scene.today));
          const teamId = tree[team % tree.length]?.teamId ?? '';
          const parentId = to % 7 === 0 ? null : (tree[to % tree.length]?.teamId ?? null);
          const from = addDays(scene.today, ahead);
          made += 1;
          if (kind === 'day') scene.today = addDays(scene.today, 5);
          else if (kind === 'refresh') await scene.in(drain);
          else
            await scene.refusal((ctx) => {
              if (kind === 'move') return moveTeam(ctx, { teamId, parentId, from });
              if (kind === 'add') return addTeam(ctx, { name: `New ${made}`, parentId, from });
              if (kind === 'close') return closeTeam(ctx, { teamId, from });
              return withdrawTeamChange(ctx, { teamId, day: from });
            });
        }
        await expectRebuildSame(scene);
        const rows = await scene.in((ctx) => ctx.tx.selectFrom('teamParents').selectAll().execute());
        for (const day of new Set(rows.flatMap((row) => [row.validFrom, row.validTo ?? row.validFrom]))) {
          const open = rows.filter(
            (row) => row.validFrom <= day && (row.validTo === null || day < row.validTo),
          );
          expect(new Set(open.map((row) => row.teamId)).size).toBe(open.length);
          const nodes = await scene.in((ctx) => getTeamTree(ctx, day));
          // Nobody was set to the top because a team above was missing or in a circle.
          const placed = (row: { teamId: string; parentId: string | null }) =>
            `${row.teamId} ${row.parentId}`;
          expect(nodes.map(placed).sort()).toEqual(open.map(placed).sort());
          expect(new Set(nodes.map(({ path }) => path)).size).toBe(nodes.length);
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});
