import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { openContest } from '~/modules/assessments/commands/open-contest';
import { undoRatingsImport } from '~/modules/assessments/commands/undo-ratings-import';
import { changeEvidence } from '~/modules/capability/commands/change-evidence';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { askForStep } from '~/modules/people/commands/imports/start-import';
import { undoHindrance } from '~/modules/people/domain/imports/undo-hindrance';
import { contestScene } from './contest-scene';

const db = await openTestDatabase();
const { importsOf, jobs } = peopleImports(db);
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const HEADER = 'employee_external_id,rater,rater_external_id,assessed_on,dimension,level,evidence';
const fileOf = (...lines: string[]) => [HEADER, ...lines, ''].join('\n');

/** The user of a new HR partner. */
async function newPartner(organizationId: string): Promise<string> {
  const userId = randomUUID();
  await admin`insert into auth.users (user_id, email, name) values (${userId}, ${`${userId}@example.org`}, 'Partner')`;
  await admin`insert into auth.memberships (organization_id, user_id, role) values (${organizationId}, ${userId}, 'hr_partner')`;
  return userId;
}

async function undoScene() {
  const scene = await contestScene(db);
  const imports = importsOf(scene.organizationId);
  const ratings = { kind: 'assessments' as const, name: 'ratings.csv' };
  const take = async (...lines: string[]) => {
    const { importId } = await imports.preview(fileOf(...lines), ratings);
    return imports.apply(importId);
  };
  /** Everything that is stored of ratings, but for when and by which import. */
  const stored = () =>
    scene.inTenant(async ({ tx }) => {
      const ratings = await tx
        .selectFrom('ratings')
        .innerJoin('assessments', 'assessments.assessmentId', 'ratings.assessmentId')
        .leftJoin('evidence', (join) =>
          join
            .onRef('evidence.assessmentId', '=', 'ratings.assessmentId')
            .onRef('evidence.dimension', '=', 'ratings.dimension'),
        )
        .select(['ratings.assessmentId', 'state', 'version', 'ratings.dimension', 'level', 'body'])
        .select(['ratings.assessedOn', 'acceptedBy'])
        .orderBy('ratings.assessmentId')
        .orderBy('ratings.dimension')
        .execute();
      return ratings;
    });
  const profiles = () =>
    scene.inTenant(async (ctx) => {
      while ((await refreshCapability(ctx)).remaining > 0);
      const rows = await ctx.tx
        .selectFrom('profiles')
        .selectAll()
        .orderBy('employeeId')
        .orderBy('dimension')
        .execute();
      return rows.map(({ computedAt: _, ...row }) => row);
    });
  return { ...scene, ...imports, take, stored, profiles };
}

it('an import of ratings is taken back: what it replaced counts again, what was new is gone, figures are as before', async () => {
  const { take, undo, stored, profiles, run, operation } = await undoScene();
  const before = { stored: await stored(), profiles: await profiles() };
  const applied = await take(
    'P1,manager,M1,2026-09-01,leadership,4,Led the drill',
    'P3,manager,M1,2026-09-02,mastery,2,Saw it',
  );
  expect(applied.counts).toMatchObject({ created: 1, changed: 1 });
  expect(await profiles()).not.toEqual(before.profiles);
  const { state, operationId } = await undo(applied.importId);
  expect(state).toBe('undone');
  expect(await stored()).toEqual(before.stored);
  expect(await profiles()).toEqual(before.profiles);
  const ended = await run(({ tx }) =>
    tx
      .selectFrom('operations')
      .select('result')
      .where('operationId', '=', operationId ?? '')
      .executeTakeFirst(),
  );
  expect(JSON.stringify(ended?.result)).toContain(
    '1 assessment as before, 1 assessment that had been new taken away.',
  );
  const audited = await run(({ tx }) =>
    tx.selectFrom('auditEntries').select('details').where('action', '=', 'assessments.import_undo').execute(),
  );
  expect(JSON.stringify(audited)).toContain('"restored":1');
  await undo(applied.importId);
  expect(JSON.stringify((await operation(applied.importId)).error)).toContain('taken back already');
  // The same file can be brought in anew.
  expect((await take('P1,manager,M1,2026-09-01,leadership,4,Led the drill')).counts).toMatchObject({
    changed: 1,
  });
});

it('leaves what was corrected or contested since, whatever came in between', async () => {
  const { take, undo, stored, viewer, idOf, inTenant } = await undoScene();
  const first = await take(
    'P2,self,,2026-09-02,mastery,3,',
    'P3,manager,M1,2026-09-02,mastery,2,',
    'P4,manager,M1,2026-09-02,mastery,1,',
  );
  const second = await take('P3,manager,M1,2026-09-02,mastery,4,');
  const contested = (await stored()).find(({ level, state }) => level === 1 && state === 'submitted');
  const wish = {
    ...{ employeeId: idOf('P2'), dimension: 'mastery', statement: 'No.' },
    assessmentId:
      (await stored()).find((one) => one.level === 3 && one.dimension === 'mastery')?.assessmentId ?? '',
  };
  expect(contested).toBeDefined();
  await inTenant((ctx) => openContest(ctx, viewer('employee', 'P2'), wish));
  await undo(first.importId);
  const mastery = async () =>
    (await stored())
      .flatMap((one) => (one.dimension === 'mastery' ? [`${one.state} ${one.level}`] : []))
      .sort();
  expect(await mastery()).toEqual(['submitted 3', 'submitted 4', 'superseded 2']);
  await undo(second.importId);
  expect(await mastery()).toEqual(['submitted 2', 'submitted 3']);
});

it('evidence that is accepted no more is so too in the version that comes back', async () => {
  const { take, undo, inTenant, viewer } = await undoScene();
  // What the gate said of P1's communication is accepted; the correction of leadership makes another version of it.
  const applied = await take(
    'P1,manager,M1,2026-09-01,leadership,4,',
    'P1,manager,M1,2026-09-01,communication,3,Heard on the radio',
  );
  const accepted = () =>
    inTenant(({ tx }) =>
      tx
        .selectFrom('evidence')
        .innerJoin('assessments', 'assessments.assessmentId', 'evidence.assessmentId')
        .select(['evidenceId', 'state', 'acceptedBy', 'assessments.employeeId'])
        .where('body', '=', 'Heard on the radio')
        .orderBy('state')
        .execute(),
    );
  const [made] = (await accepted()).filter(({ state }) => state === 'submitted');
  expect((await accepted()).map(({ acceptedBy }) => acceptedBy !== null)).toEqual([true, true]);
  const question = {
    viewer: viewer('hr_partner', 'H1'),
    reach: 'all',
    employeeId: made?.employeeId ?? '',
  } as const;
  await inTenant((ctx) =>
    changeEvidence(ctx, question, { intent: 'take-back', evidenceId: made?.evidenceId ?? '' }),
  );
  await undo(applied.importId);
  expect((await accepted()).map(({ state, acceptedBy }) => [state, acceptedBy])).toEqual([
    ['submitted', null],
  ]);
});

it('what others say of who takes it back stays, and goes when somebody else takes it back', async () => {
  const { take, stored, inTenant, idOf } = await undoScene();
  const before = await stored();
  const applied = await take(
    'H1,manager,D1,2026-09-01,leadership,1,',
    'H1,self,,2026-09-02,mastery,3,',
    'P4,manager,M1,2026-09-02,mastery,1,',
  );
  const importer = (employeeId: string | null) => ({
    actor: { kind: 'user', id: randomUUID() } as const,
    importer: { id: 'user', employeeId, isToken: false, accepts: true },
  });
  const left = await inTenant((ctx) => undoRatingsImport(ctx, applied.importId, importer(idOf('H1'))));
  expect(left.left.map(({ name, raterKind, reason }) => [name, raterKind, reason])).toEqual([
    ['Hanne Birk', 'manager', 'about_you'],
  ]);
  expect([left.restore.length, left.remove.length]).toEqual([0, 2]);
  expect(await stored()).toHaveLength(before.length + 1);
  // Nothing but that is left: who it is about is told so, and somebody else takes it away.
  await expect(
    inTenant((ctx) => undoRatingsImport(ctx, applied.importId, importer(idOf('H1')))),
  ).rejects.toThrow('nothing to take back');
  await inTenant((ctx) => undoRatingsImport(ctx, applied.importId, importer(null)));
  expect(await stored()).toEqual(before);
});

it('stays open for somebody else while anything of it is about who took it back', async () => {
  const { organizationId, take, stored, inTenant, idOf, run, get, operation } = await undoScene();
  const [hanne, other] = [await newPartner(organizationId), await newPartner(organizationId)];
  await inTenant(({ tx }) =>
    tx.updateTable('employees').set({ userId: hanne }).where('employeeId', '=', idOf('H1')).execute(),
  );
  const before = await stored();
  const { importId } = await take(
    'H1,manager,D1,2026-09-01,leadership,1,',
    'P4,manager,M1,2026-09-02,mastery,1,',
  );
  const undoAs = async (id: string) => {
    await run((ctx) =>
      askForStep(
        { ...ctx, actor: { kind: 'user', id } },
        { importId, uploadId: null, step: 'undo', everybody: false, rejected: 'leave_out' },
      ),
    );
    await jobs.run();
    const { state, result, error } = await operation(importId);
    return [(await get(importId)).state, state, JSON.stringify(result ?? error)];
  };
  const rest = '1 assessment about who asked: somebody else can still take that back.';
  expect(await undoAs(hanne)).toEqual(['applied', 'done', expect.stringContaining(rest)]);
  expect(await stored()).toHaveLength(before.length + 1);
  expect(await undoAs(hanne)).toEqual(['applied', 'failed', expect.stringContaining('nothing to take back')]);
  expect(await undoAs(other)).toEqual(['undone', 'done', expect.stringContaining('1 assessment that had')]);
  expect(await stored()).toEqual(before);
  expect(await undoAs(other)).toEqual(['undone', 'failed', expect.stringContaining('taken back already')]);
});

it('is not offered after 30 days, nor for tables of other kinds', () => {
  const one = {
    importId: randomUUID(),
    kind: 'assessments',
    state: 'applied',
    appliedAt: new Date(0),
    counts: { created: 0, changed: 1, unchanged: 0, rejected: 0, missing: 0, kept: {} },
  } as const;
  const day = 86_400_000;
  const at = (days: number) => ({ last: undefined, now: new Date(days * day) });
  expect(undoHindrance(one, at(30))).toBeNull();
  expect(undoHindrance(one, at(30.1))).toContain('30 days');
  const people = { ...one, kind: 'employees' } as const;
  const last = people.importId;
  expect(undoHindrance(people, { ...at(30), last })).toBeNull();
  expect(undoHindrance(people, { ...at(30.1), last })).toContain('30 days');
  expect(undoHindrance(people, at(1))).toContain('Only the last one');
  expect(undoHindrance({ ...one, kind: 'positions' }, at(1))).toContain('not taken back');
  expect(undoHindrance({ ...one, state: 'undone' }, at(1))).toContain('already');
  expect(undoHindrance({ ...one, counts: { ...one.counts, changed: 0 } }, at(1))).toContain('nothing');
});
