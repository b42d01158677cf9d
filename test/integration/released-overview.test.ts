import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { getOverview, type Overview } from '~/modules/capability/queries/get-overview';
import { getWhy } from '~/modules/capability/queries/get-why';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { ReleaseScene } from './release-scene';

const db = await openTestDatabase();
const LATER = new Date('2026-12-15T12:00:00Z');

/** Twelve people at these levels, again and again. */
const twelve = (...levels: readonly number[]) =>
  Array.from({ length: 12 }, (_, at) => levels[at % levels.length] ?? 0);

function viewerOf(scene: ReleaseScene, id: string, role: 'hr_partner' | 'executive') {
  const organization = { id: scene.organizationId, slug: 'x', name: 'x' };
  return { kind: 'user', id, name: 'x', role, teamScope: [], employeeId: null, organization } as const;
}

type Released = Extract<Overview, { kind: 'released' }>;

async function released(scene: ReleaseScene, id: string): Promise<Released> {
  await scene.prepare();
  const viewer = viewerOf(scene, id, 'executive');
  const view = await scene.inTenant((ctx) => getOverview(ctx, { viewer, reach: 'released' }));
  if (view.kind !== 'released') throw new Error('not released');
  return view;
}

/** Ratings by the manager in December, told the next day or later. */
async function rateLater(scene: ReleaseScene, levels: readonly (readonly [string, number])[]) {
  const lines = levels.map(([name, level]) => `${name},manager,2026-12-14,leadership,${level}`);
  const text = ['employee_external_id,rater,assessed_on,dimension,level', ...lines, ''].join('\n');
  const given = { file: 'l.csv', today: '2026-12-15', importedBy: 'test', text };
  await db.tenant(scene.organizationId, (ctx) => importAssessments(ctx, given), LATER);
  while ((await db.tenant(scene.organizationId, refreshCapability, LATER)).remaining > 0);
}

async function askTwo(scene: ReleaseScene, names: readonly string[]): Promise<void> {
  await scene.inTenant(async (ctx) => {
    const tree = await getTeamTree(ctx, '2026-11-21');
    const teamIds = tree.filter(({ name }) => names.includes(name)).map(({ teamId }) => teamId);
    const facts = {
      name: 'Two lead',
      dimension: 'leadership',
      level: 3,
      minimum: 2,
      reason: 'cover',
    } as const;
    await addRequirement(ctx, {
      from: '2026-11-21',
      facts: { ...facts, groups: { kind: 'teams', teamIds } },
    });
  });
}

describe('the overview of an executive', () => {
  it('has coverage, velocity and trust from what the release froze, and no name', async () => {
    const scene = await ReleaseScene.open(db, { North: twelve(3, 3, 1, 0), South: twelve(2, 1, 1, 0) });
    await askTwo(scene, ['North', 'South']);
    const id = await scene.member('e', 'executive');
    await rateLater(
      scene,
      ['North0', 'North1', 'North2', 'South0', 'South1', 'South2'].map((name, at) => [name, at < 2 ? 4 : 1]),
    );
    await db.tenant(scene.organizationId, (ctx) => makeRelease(ctx, 'cycle_closed'), LATER);
    await db.tenant(
      scene.organizationId,
      async (ctx) => {
        const viewer = viewerOf(scene, id, 'executive');
        const view = await getOverview(ctx, { viewer, reach: 'released' });
        if (view.kind !== 'released') throw new Error('not released');
        const of = (key: string) => view.figures.find((one) => one.key === key);
        // North holds with six and more at 3, South with nobody.
        expect(of('coverage')).toMatchObject({ value: 'a third to two thirds', numbers: [2, 2] });
        // +1, +1, 0, −1, 0, 0 by six people: 1 / 6 of a level, 0.2 to one decimal.
        expect(of('velocity')).toMatchObject({ value: 'about 20', numbers: [6] });
        expect(of('trust')?.value).toMatch(/third|%/);
        for (const { driver, numbers } of view.figures)
          expect((driver.match(/\d+(?= people| of | requirements)/g) ?? []).map(Number)).toEqual(numbers);
        expect(JSON.stringify(view)).not.toMatch(/North|South/);
        const why = await getWhy(ctx, { viewer, reach: 'released', figure: 'overview:coverage', asOf: null });
        expect(why.inputs).toContainEqual({ label: 'Share, in thirds', value: 'a third to two thirds' });
        expect(why).toMatchObject({ value: null, asOf: '2026-12-15', link: '/o/x/overview' });
      },
      LATER,
    );
  });

  it('shows nothing where a release froze too little', async () => {
    const scene = await ReleaseScene.open(db, { North: [3, 3, 1, 0] });
    const id = await scene.member('e', 'executive');
    const view = await released(scene, id);
    expect(view.figures.map(({ value }) => value)).toEqual([null, null, null]);
    expect(view.figures.every(({ why }) => why === null)).toBe(true);
  });

  it('tells why its AI-readiness stands, and nothing where it is not shown', async () => {
    const why = (scene: ReleaseScene, id: string) =>
      scene.inTenant((ctx) =>
        getWhy(ctx, {
          ...{ viewer: viewerOf(scene, id, 'executive'), reach: 'released' },
          ...{ figure: 'overview:aiReadiness', asOf: null },
        }),
      );
    const scene = await ReleaseScene.open(db, { North: twelve(3, 3, 1, 0), South: twelve(2, 1, 1, 0) });
    const id = await scene.member('e', 'executive');
    const before = await released(scene, id);
    expect(before.aiReadiness).toMatchObject({ value: null, why: null });
    await expect(why(scene, id)).rejects.toThrow('There is no such figure for your role.');
    const names = ['North', 'South'].flatMap((team) => twelve(0).map((_, at) => `${team}${at}`));
    const lines = names.map((name, at) => `${name},manager,${scene.today},ai_use,${at % 4}`);
    const text = ['employee_external_id,rater,assessed_on,dimension,level', ...lines, ''].join('\n');
    await scene.inTenant((ctx) =>
      importAssessments(ctx, { file: 'ai.csv', today: scene.today, importedBy: 'test', text }),
    );
    await scene.release('month_end');
    const { aiReadiness } = await released(scene, id);
    expect(aiReadiness.value).toMatch(/third|about \d+ %/);
    const told = await why(scene, id);
    expect(told.inputs).toEqual([
      { label: 'People of these groups', value: '24' },
      { label: 'AI-readiness', value: aiReadiness.value },
    ]);
    expect(told).toMatchObject({ value: null, asOf: '2026-11-30' });
  });

  it('does not move when fewer than k people changed', async () => {
    const scene = await ReleaseScene.open(db, { North: twelve(3, 3, 1, 0), South: twelve(2, 1, 1, 0) });
    await askTwo(scene, ['North', 'South']);
    const id = await scene.member('e', 'executive');
    await scene.release('month_end');
    const before = await released(scene, id);
    await rateLater(scene, [
      ['South0', 4],
      ['South1', 4],
    ]);
    await scene.release('month_end');
    const after = await released(scene, id);
    expect(after.release?.asOf).toBe('2026-12-31');
    const values = ({ figures }: Released) => figures.map(({ key, value }) => [key, value]);
    expect(values(after)).toEqual(values(before));
  });
});

describe('the snapshot of a month end that is made late', () => {
  it('is of the last day of the month, without what was rated since', async () => {
    const scene = await ReleaseScene.open(db, { North: [3, 1, 1, 0] });
    await askTwo(scene, ['North']);
    await scene.inTenant(async (ctx) => void (await makeRelease(ctx, 'cycle_closed')));
    await rateLater(scene, [
      ['North0', 4],
      ['North1', 4],
      ['North2', 4],
    ]);
    await db.tenant(scene.organizationId, (ctx) => makeRelease(ctx, 'month_end'), LATER);
    const snapshot = await db.tenant(scene.organizationId, ({ tx }) =>
      tx.selectFrom('overviewSnapshots').select('sums').where('asOf', '=', '2026-11-30').execute(),
    );
    expect(snapshot).toHaveLength(1);
    expect(snapshot[0]?.sums).toMatchObject({
      people: 4,
      moves: { people: 0, pairs: 0 },
      coverage: { written: { met: 0, single: 1 } },
    });
    const [today] = await db.tenant(
      scene.organizationId,
      async (ctx) => {
        const viewer = viewerOf(scene, 'hr', 'hr_partner');
        const view = await getOverview(ctx, { viewer, reach: 'all' });
        return view.kind === 'live' ? view.tiles : [];
      },
      LATER,
    );
    expect(today?.value).toBe(100);
  });

  it('equals the one that is made on the day, where nothing came in since', async () => {
    const [onTime, late] = [
      await ReleaseScene.open(db, { North: [3, 1, 1, 0], 'North / Dock': [2, 4] }),
      await ReleaseScene.open(db, { North: [3, 1, 1, 0], 'North / Dock': [2, 4] }),
    ];
    const onTheDay = new Date('2026-11-30T12:00:00Z');
    const sums = async (scene: ReleaseScene, made: Date, reason: 'cycle_closed' | 'month_end') => {
      await askTwo(scene, ['North', 'Dock']);
      while ((await db.tenant(scene.organizationId, refreshCapability, made)).remaining > 0);
      await db.tenant(scene.organizationId, (ctx) => makeRelease(ctx, reason), made);
      const rows = await db.tenant(scene.organizationId, ({ tx }) =>
        tx.selectFrom('overviewSnapshots').select('sums').where('asOf', '=', '2026-11-30').execute(),
      );
      const people = await db.tenant(scene.organizationId, ({ tx }) =>
        tx
          .selectFrom('releasePeople')
          .innerJoin('releases', 'releases.releaseId', 'releasePeople.releaseId')
          .innerJoin('employees', 'employees.employeeId', 'releasePeople.employeeId')
          .select(['employees.externalId', 'levels', 'targets', 'holds', 'strengths', 'moves'])
          .where('releases.asOf', '=', '2026-11-30')
          .orderBy('employees.externalId')
          .execute(),
      );
      return { rows: rows.map((row) => JSON.stringify(row)).sort(), people };
    };
    expect(await sums(late, LATER, 'month_end')).toEqual(await sums(onTime, onTheDay, 'cycle_closed'));
  });
});
