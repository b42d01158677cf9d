import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { postAssessments } from '~/modules/assessments/commands/post-assessments';
import { readAssessmentsRows } from '~/modules/assessments/commands/read-assessments-rows';
import { readCsv } from '~/shared/csv';
import { ratingScene } from './rating-scene';

const db = await openTestDatabase();
const TOKEN = 'token-1';

async function postingScene() {
  const scene = await ratingScene(db);
  const hr = { kind: 'token', id: TOKEN } as const;
  const post = (...items: unknown[]) =>
    scene.inTenant((ctx) => postAssessments(ctx, { viewer: hr, reach: 'all', items }));
  const stored = () =>
    scene.inTenant(({ tx }) =>
      tx
        .selectFrom('assessments')
        .innerJoin('ratings', 'ratings.assessmentId', 'assessments.assessmentId')
        .select([
          'assessments.employeeId',
          'raterKind',
          'raterId',
          'cycleId',
          'assessments.assessedOn',
          'soc',
        ])
        .select(['state', 'version', 'importedBy', 'dimension', 'level', 'ratings.assessedOn as ratedOn'])
        .where('importedBy', '=', TOKEN)
        .orderBy('assessments.employeeId')
        .orderBy('raterKind')
        .orderBy('assessments.assessedOn')
        .orderBy('version')
        .orderBy('dimension')
        .execute(),
    );
  return { ...scene, post, stored };
}

const of = (person: string, level: number | null = 2, more: object = {}) => ({
  employeeExternalId: person,
  rater: 'manager',
  raterExternalId: 'M1',
  assessedOn: '2026-11-10',
  ratings: [{ dimension: 'leadership', level }],
  ...more,
});

describe('postAssessments', () => {
  it('stores good items beside faulty ones, and says of each what became of it', async () => {
    const { post, stored, idOf } = await postingScene();
    const twice = { dimension: 'mastery', level: 5 };
    const { items } = await post(
      of('P1', 3, { ratings: [{ dimension: 'mastery', level: 3, evidence: 'Saw the shift' }] }),
      of('P9'),
      of('P2', 2, { assessedOn: '2026-11-22' }),
      of('P2', 2, { ratings: [twice] }),
      of('P2', 2, { raterExternalId: 'P2' }),
      of('P2', 2, { surprise: true }),
      of('P3', 2, { employeeId: idOf('P3') }),
      of('P4', null, { employeeExternalId: undefined, employeeId: idOf('P4').toUpperCase() }),
      of('P4', 2, { cycleId: idOf('P4') }),
      'nothing',
    );
    expect(items.map((item) => [item.status, ...(item.errors ?? []).map((error) => error.pointer)])).toEqual([
      ['created'],
      ['rejected', '/items/1/employeeExternalId'],
      ['rejected', '/items/2/assessedOn'],
      ['rejected', '/items/3/ratings/0/level'],
      ['rejected', '/items/4/raterExternalId'],
      ['rejected', '/items/5/surprise'],
      ['rejected', '/items/6'],
      ['created'],
      ['rejected', '/items/8/cycleId'],
      ['rejected', '/items/9'],
    ]);
    expect((await stored()).map(({ employeeId, level, soc }) => [employeeId, level, soc])).toEqual(
      [
        [idOf('P1'), 3, '33-9032.00'],
        [idOf('P4'), null, '33-9032.00'],
      ].sort(),
    );
  });

  it('keeps a correction as a new version, and leaves what says the same as it is', async () => {
    const { post, stored } = await postingScene();
    const first = (await post(of('P1', 1))).items[0];
    const again = (await post(of('P1', 1))).items[0];
    expect(again).toEqual({ index: 0, status: 'unchanged', id: first?.id });
    const corrected = (await post(of('P1', 4))).items[0];
    expect(corrected?.status).toBe('created');
    expect(corrected?.id).not.toBe(first?.id);
    expect((await stored()).map(({ state, version, level }) => [state, version, level])).toEqual([
      ['superseded', 1, 1],
      ['submitted', 2, 4],
    ]);
  });

  it('takes neither of two items that contradict each other', async () => {
    const { post, stored } = await postingScene();
    const { items } = await post(of('P1', 1), of('P1', 2), of('P2', 2));
    expect(items.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'created']);
    expect(items[1]?.errors?.[0]?.detail).toBe('leadership: 2, but item 0 says 1 in the same assessment');
    expect(await stored()).toHaveLength(1);
  });

  it("leaves a rater's draft alone, and what came in meanwhile is not lost when it is submitted", async () => {
    const { organizationId, newCycle, save, submit, viewer, idOf, inTenant } = await postingScene();
    const cycleId = await newCycle({ people: ['P1'] });
    const manager = viewer('employee', 'M1');
    const postLater = async (level: number) => {
      const items = [of('P1', level, { cycleId, ratings: [{ dimension: 'creativity', level }] })];
      const work = { viewer: { kind: 'token', id: TOKEN } as const, reach: 'all' as const, items };
      const later = new Date('2026-11-21T13:00:00Z');
      return (await db.tenant(organizationId, (ctx) => postAssessments(ctx, work), later)).items[0]?.status;
    };
    const levels = (state: string) =>
      inTenant(async ({ tx }) => {
        const rows = await tx
          .selectFrom('assessments')
          .innerJoin('ratings', 'ratings.assessmentId', 'assessments.assessmentId')
          .select(['dimension', 'level'])
          .select(sql<string | null>`framework_versions ->> 'durable'`.as('version'))
          .where('assessments.employeeId', '=', idOf('P1'))
          .where('cycleId', '=', cycleId)
          .where('state', '=', state)
          .orderBy('dimension')
          .execute();
        return rows.map(({ dimension, level, version }) => `${dimension} ${level} ${version ?? ''}`.trim());
      });
    await save(manager, { of: 'P1', cycleId, value: 1 });
    expect(await postLater(3)).toBe('created');
    expect(await levels('draft')).toEqual(['leadership 1']);
    await submit(manager, cycleId, 'P1');
    expect(await levels('submitted')).toEqual(['creativity 3', 'leadership 1']);
    await save(manager, { of: 'P1', cycleId, dimension: 'mindfulness', value: 2 });
    expect(await postLater(4)).toBe('created');
    expect(await levels('draft')).toEqual(['creativity 3', 'leadership 1', 'mindfulness 2']);
    expect(await levels('submitted')).toEqual(['creativity 4 fixed-1', 'leadership 1 fixed-1']);
    await submit(manager, cycleId, 'P1');
    expect(await levels('submitted')).toEqual(['creativity 4', 'leadership 1', 'mindfulness 2']);
  });

  it("is for an HR partner's token: nobody else states the kind of a rater", async () => {
    const { inTenant, viewer, stored } = await postingScene();
    const work = { viewer: viewer('director', 'D1', 'Gate'), reach: 'subtree' as const, items: [of('P1')] };
    await expect(inTenant((ctx) => postAssessments(ctx, work))).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await stored()).toEqual([]);
  });

  it('brings nothing into a cycle that is in draft, neither by a program nor by a file', async () => {
    const { post, newCycle, inTenant, today, stored } = await postingScene();
    const draft = await newCycle({ people: ['P1'], state: 'draft' });
    const open = await newCycle({ people: ['P1'] });
    const { items } = await post(of('P1', 2, { cycleId: draft }), of('P1', 2, { cycleId: open }));
    expect(items.map(({ status, errors }) => [status, errors?.[0]?.pointer])).toEqual([
      ['rejected', '/items/0/cycleId'],
      ['created', undefined],
    ]);
    const importer = { id: 'HR', employeeId: null, isToken: false, accepts: true };
    const header = 'employee_external_id,rater,assessed_on,dimension,level,cycle';
    const faultsOf = async (cycleId: string) => {
      const row = `P1,self,2026-11-10,mastery,2,Cycle ${cycleId.slice(0, 6)}`;
      const table = readCsv([header, row, ''].join('\n'), 'ratings.csv');
      return (await inTenant((ctx) => readAssessmentsRows(ctx, table, { today, importer }))).faults.length;
    };
    expect([await faultsOf(draft), await faultsOf(open)]).toEqual([1, 0]);
    expect(await stored()).toHaveLength(1);
  });

  it('accepts no evidence: that is for a person', async () => {
    const { post, inTenant } = await postingScene();
    await post(of('P1', 3, { ratings: [{ dimension: 'mastery', level: 3, evidence: 'Saw the shift' }] }));
    const rows = await inTenant(({ tx }) =>
      tx
        .selectFrom('evidence')
        .select(['acceptedBy', 'acceptedAt'])
        .where('body', '=', 'Saw the shift')
        .execute(),
    );
    expect(rows).toEqual([{ acceptedBy: null, acceptedAt: null }]);
  });

  it('refuses more ratings than a call takes', async () => {
    const { post } = await postingScene();
    const many = of('P1', 2, {
      ratings: Array.from({ length: 100 }, () => ({ dimension: 'mastery', level: 2 })),
    });
    await expect(post(...Array.from({ length: 101 }, () => many))).rejects.toMatchObject({
      kind: 'invalid-input',
    });
  });

  it('ends the same whatever the order of the items, and changes nothing when they come again', async () => {
    const { post, stored, inTenant } = await postingScene();
    const item = fc.record({
      employeeExternalId: fc.constantFrom('P1', 'P2', 'P9'),
      rater: fc.constantFrom('manager', 'self'),
      assessedOn: fc.constantFrom('2026-11-09', '2026-11-10'),
      ratings: fc.uniqueArray(
        fc.record({
          dimension: fc.constantFrom('leadership', 'mastery'),
          level: fc.constantFrom(null, 0, 3, 4),
        }),
        { selector: (one) => one.dimension, minLength: 1 },
      ),
    });
    const clear = () =>
      inTenant(({ tx }) => tx.deleteFrom('assessments').where('importedBy', '=', TOKEN).execute());
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (items, order) => {
          await clear();
          const first = (await post(...items)).items;
          const once = await stored();
          const again = (await post(...items)).items;
          expect(again.map(({ status }) => status)).toEqual(
            first.map(({ status }) => (status === 'created' ? 'unchanged' : status)),
          );
          expect(await stored()).toEqual(once);
          await clear();
          const shuffled = items
            .map((one) => ({ one, place: order.next().value as number }))
            .sort((a, b) => a.place - b.place);
          await post(...shuffled.map(({ one }) => one));
          expect(await stored()).toEqual(once);
        },
      ),
      { numRuns: 15 },
    );
  });
});
