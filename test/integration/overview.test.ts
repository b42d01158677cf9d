import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import {
  addDecision,
  changeTerms,
  decide,
  withdrawDecision,
} from '~/modules/capability/commands/change-decisions';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import { getOverview, type Overview } from '~/modules/capability/queries/get-overview';
import { listDecisions } from '~/modules/capability/queries/list-decisions';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { ReleaseScene } from './release-scene';

const db = await openTestDatabase();

function viewerOf(scene: ReleaseScene, id: string, role: 'hr_partner' | 'executive' | 'director') {
  const organization = { id: scene.organizationId, slug: 'x', name: 'x' };
  return { kind: 'user', id, name: 'x', role, teamScope: [], employeeId: null, organization } as const;
}

async function live(scene: ReleaseScene): Promise<Extract<Overview, { kind: 'live' }>> {
  const viewer = viewerOf(scene, 'hr', 'hr_partner');
  const view = await scene.inTenant((ctx) => getOverview(ctx, { viewer, reach: 'all' }));
  if (view.kind !== 'live') throw new Error('not live');
  return view;
}

const figureOf = (view: Extract<Overview, { kind: 'live' }>, key: string) =>
  view.tiles.find((tile) => tile.key === key)?.value;

describe('the overview', () => {
  it('counts requirements once, and its sentence and its table are of the same states', async () => {
    const scene = await ReleaseScene.open(db, { North: [3, 3, 1, 0], South: [3, 1, 1, 0] });
    await scene.inTenant(async (ctx) => {
      const tree = await getTeamTree(ctx, '2026-11-21');
      const teamIds = tree.map(({ teamId }) => teamId);
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
    await scene.release('first');
    const view = await live(scene);
    expect(figureOf(view, 'coverage')).toBe(50);
    expect(figureOf(view, 'singlePoints')).toBe(1);
    expect(view.weak.map(({ team, state, holders }) => [team, state, holders])).toEqual([
      ['South', 'single', 1],
    ]);
    expect(view.tiles[0]?.driver).toBe('1 of 2 requirements is not met: 1 on one person.');
    expect(view.tiles[0]?.why?.inputs).toContainEqual({ label: 'Coverage', value: '1 / 2 = 50 %' });
  });

  it('keeps what a release showed, and says the change since the quarter before', async () => {
    const scene = await ReleaseScene.open(db, { North: [1, 1, 1, 1] });
    await scene.release('month_end');
    await scene.release('month_end');
    await scene.rate([
      ['North0', 3],
      ['North1', 0],
    ]);
    await scene.release('month_end');
    const tile = (await live(scene)).tiles.find(({ key }) => key === 'velocity');
    expect(tile?.trend.length).toBeGreaterThan(0);
    const trust = (await live(scene)).tiles.find(({ key }) => key === 'trust');
    expect(trust?.change?.since).toBe('2026-12-31');
    expect(trust?.trend.map(({ asOf }) => asOf)).toContain('2026-11-30');
    expect(trust).not.toHaveProperty('moreIsBetter');
  });

  it('keeps in the trend of everybody what teams were that are no more', async () => {
    const scene = await ReleaseScene.open(db, { North: [1, 1, 1, 1] });
    await scene.release('month_end');
    await scene.release('month_end');
    const days = async () =>
      (await live(scene)).tiles.find(({ key }) => key === 'trust')?.trend.map(({ asOf }) => asOf);
    const before = await days();
    expect(before).toContain('2026-11-30');
    await scene.inTenant(async ({ tx }) => {
      const [row] = await tx
        .deleteFrom('overviewSnapshots')
        .where('asOf', '=', '2026-11-30')
        .returningAll()
        .execute();
      if (row)
        await tx
          .insertInto('overviewSnapshots')
          .values({ ...row, teamId: randomUUID() })
          .execute();
    });
    expect(await days()).toEqual(before);
  });

  it('marks in the trend what another version of the method computed', async () => {
    const scene = await ReleaseScene.open(db, { North: [1, 3, 1, 1] });
    await scene.release('month_end');
    await scene.release('month_end');
    await scene.inTenant(async ({ tx }) => {
      await tx
        .updateTable('overviewSnapshots')
        .set({ formulaVersion: 'before' })
        .where('asOf', '=', '2026-11-30')
        .execute();
    });
    const trust = (await live(scene)).tiles.find(({ key }) => key === 'trust');
    const marks = new Map(trust?.trend.map(({ asOf, otherMethod }) => [asOf, otherMethod]));
    expect([marks.get('2026-11-30'), marks.get('2026-12-31')]).toEqual([true, false]);
    expect(trust?.change).toMatchObject({ since: '2026-12-31', otherMethod: false });
  });

  it('gives a suppressed viewer released words, and no live figure', async () => {
    const scene = await ReleaseScene.open(db, { North: [3, 3, 1, 0] });
    const id = await scene.member('e', 'executive');
    const view = await scene.inTenant((ctx) =>
      getOverview(ctx, { viewer: viewerOf(scene, id, 'executive'), reach: 'released' }),
    );
    expect(view).toMatchObject({ kind: 'released', aiReadiness: { value: null } });
    expect(JSON.stringify(view)).not.toContain('tiles');
  });
});

describe('a decision', () => {
  const members = new Set(['owner', 'hr', 'director']);
  const wish = {
    ...{ question: 'A second lead for South?', ownerId: 'owner', dueOn: '2026-12-01' },
    ...{ shared: false, figure: 'singlePoints' },
  };
  const add = (ctx: TenantContext, rest: Partial<typeof wish> = {}) =>
    addDecision(
      ctx,
      { id: 'hr' },
      {
        wish: { ...wish, ...rest },
        members,
        seen: () => ({ value: 3, words: null, owner: 'all', asOf: '2026-11-21' }),
      },
    );

  it('keeps the figure of then, is decided once with a reason, and is taken back only while it is open', async () => {
    const { organizationId } = await db.newOrganization();
    const run = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
    const decisionId = await run(add);
    const owner = { id: 'owner', role: 'director' } as const;
    await run((ctx) => decide(ctx, owner, { decisionId, choice: 'Train two', reason: 'cheapest' }));
    const [row] = await run((ctx) => listDecisions(ctx, { id: 'hr', role: 'hr_partner' }, 'all'));
    expect(row).toMatchObject({
      choice: 'Train two',
      figureThen: 3,
      figureOn: '2026-11-21',
      decidedBy: 'owner',
    });
    await expect(run((ctx) => withdrawDecision(ctx, owner, decisionId))).rejects.toThrow('decided already');
    const again = decide.bind(null);
    await expect(
      run((ctx) => again(ctx, owner, { decisionId, choice: 'Another', reason: 'why not' })),
    ).rejects.toThrow('decided already');
  });

  it('is given to somebody else or another day by who settles it, while it is open', async () => {
    const { organizationId } = await db.newOrganization();
    const run = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
    const decisionId = await run(add);
    const terms = { decisionId, ownerId: 'director', dueOn: '2026-12-24' };
    const change = (id: string, wish: Partial<typeof terms> = {}) =>
      run((ctx) => changeTerms(ctx, { id, role: 'director' }, { wish: { ...terms, ...wish }, members }));
    await expect(change('stranger')).rejects.toThrow('no such decision');
    await expect(change('owner', { ownerId: 'stranger' })).rejects.toThrow('Choose a member');
    await expect(change('owner', { dueOn: 'soon' })).rejects.toThrow('Say a day');
    await change('owner');
    const read = (id: string) => run((ctx) => listDecisions(ctx, { id, role: 'director' }, 'subtree'));
    expect(await read('director')).toMatchObject([{ ownerId: 'director', dueOn: '2026-12-24' }]);
    expect(await read('owner')).toEqual([]);
    await run((ctx) =>
      decide(ctx, { id: 'director', role: 'director' }, { decisionId, choice: 'Yes', reason: 'so' }),
    );
    await expect(change('director')).rejects.toThrow('decided already');
  });

  it('keeps a released figure in words, for its writer alone', async () => {
    const { organizationId } = await db.newOrganization();
    const run = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
    const seen = () =>
      ({ value: null, words: 'about a third', owner: 'released', asOf: '2026-10-31' }) as const;
    const given = { wish: { ...wish, figure: 'aiReadiness', shared: true }, members, seen };
    await run((ctx) => addDecision(ctx, { id: 'executive' }, given));
    const read = (id: string, owner: 'released' | 'all') =>
      run((ctx) => listDecisions(ctx, { id, role: owner === 'all' ? 'hr_partner' : 'executive' }, owner));
    expect(await read('executive', 'released')).toMatchObject([
      { figure: 'aiReadiness', figureThen: null, figureWords: 'about a third', figureOn: '2026-10-31' },
    ]);
    for (const rows of [await read('another', 'released'), await read('hr', 'all')])
      expect(rows).toMatchObject([{ figureThen: null, figureWords: null, figureOn: null }]);
    const nothing = { ...given, seen: () => ({ ...seen(), words: null }) };
    await run((ctx) => addDecision(ctx, { id: 'executive' }, nothing));
    expect((await read('executive', 'released')).map(({ figureWords }) => figureWords)).toContain(null);
  });

  it('is read by who owns or wrote it and by HR partners, by others where it is shared, without a live figure', async () => {
    const { organizationId } = await db.newOrganization();
    const run = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
    await run(add);
    await run((ctx) => add(ctx, { question: 'Shared?', shared: true }));
    const read = async (id: string, role: 'hr_partner' | 'executive' | 'director') => {
      const owner = role === 'hr_partner' ? 'all' : role === 'director' ? 'subtree' : 'released';
      const rows = await run((ctx) => listDecisions(ctx, { id, role }, owner));
      return rows.map(({ question, figureThen, settles }) => [question, figureThen, settles]);
    };
    expect(await read('x', 'executive')).toEqual([['Shared?', null, false]]);
    expect(await read('owner', 'director')).toHaveLength(2);
    const [row] = await run((ctx) => listDecisions(ctx, { id: 'x', role: 'executive' }, 'released'));
    expect(row?.figureOn).toBeNull();
    expect((await read('other', 'hr_partner')).every(([, figure]) => figure === 3)).toBe(true);
  });

  it('is read however many others there are that the reader does not read', async () => {
    const { organizationId } = await db.newOrganization();
    const run = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
    await run(async (ctx) => {
      for (let index = 0; index < 200; index += 1) await add(ctx);
      await add(ctx, { question: 'Shared?', shared: true, dueOn: '2027-01-01' });
    });
    const rows = await run((ctx) => listDecisions(ctx, { id: 'x', role: 'executive' }, 'released'));
    expect(rows.map(({ question }) => question)).toEqual(['Shared?']);
  });

  it.each([
    [{ question: '  ' }, 'Say the question'],
    [{ question: 'x'.repeat(201) }, 'at most 200'],
    [{ dueOn: 'soon' }, 'Say a day'],
    [{ ownerId: 'stranger' }, 'Choose a member'],
    [{ figure: 'salary' }, 'no such figure'],
  ])('is refused with %j', async (rest, reason) => {
    const { organizationId } = await db.newOrganization();
    await expect(db.tenant(organizationId, (ctx) => add(ctx, rest))).rejects.toThrow(reason);
  });

  it('of another organization is not found', async () => {
    const [a, b] = [await db.newOrganization(), await db.newOrganization()];
    const decisionId = await db.tenant(a.organizationId, add);
    const asB = (ctx: TenantContext) => withdrawDecision(ctx, { id: 'hr', role: 'hr_partner' }, decisionId);
    await expect(db.tenant(b.organizationId, asB)).rejects.toThrow('no such decision');
  });
});
