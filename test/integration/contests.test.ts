import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { withAuth, withMembers } from '#db/tenancy';
import { contestLetters } from '#jobs/tasks/contest-letters';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { answerContest } from '~/modules/assessments/commands/answer-contest';
import { openContest, takeContestBack } from '~/modules/assessments/commands/open-contest';
import { listContests } from '~/modules/assessments/queries/list-contests';
import { hasOpenContest } from '~/modules/assessments/queries/list-open-contests';
import { listStandingRatings } from '~/modules/assessments/queries/list-standing-ratings';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { profileAnswer } from '~/modules/capability/domain/api-schemas';
import { getContestPage } from '~/modules/capability/queries/get-contest-page';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import { getProfile } from '~/modules/capability/queries/get-profile';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { contestScene, RATINGS, type Scene } from './contest-scene';

let db: TestDatabase;
let scene: Scene;
let pia: Viewer;
let hr: Viewer;
beforeAll(async () => {
  db = await openTestDatabase();
});
const begin = async () => {
  scene = await contestScene(db);
  pia = scene.viewer('employee', 'P1');
  hr = scene.viewer('hr_partner', 'H1');
};

const contest = (viewer: Viewer, dimension: string, assessmentId: string | null = null, of = 'P1') =>
  scene.inTenant((ctx) =>
    openContest(ctx, viewer, {
      ...{ employeeId: scene.idOf(of), dimension, assessmentId, statement: 'It was another shift.' },
    }),
  );
const answer = (viewer: Viewer, contestId: string, decision: string) =>
  scene.inTenant((ctx) => answerContest(ctx, viewer, { contestId, decision, answer: 'We looked at it.' }));
const pageOf = (viewer: Viewer, of = 'P1') =>
  scene.inTenant((ctx) => getPersonPage(ctx, { viewer, reach: 'all', employeeId: scene.idOf(of) }));
const ratingOf = async (dimension: string, kind: string, of = 'P1') =>
  (await scene.inTenant((ctx) => listStandingRatings(ctx, scene.idOf(of)))).find(
    (one) => one.dimension === dimension && one.raterKind === kind,
  )?.assessmentId ?? '';
const profileRows = () =>
  scene.inTenant(async (ctx) => {
    const rows = await ctx.tx
      .selectFrom('profiles')
      .selectAll()
      .orderBy('employeeId')
      .orderBy('dimension')
      .execute();
    return rows.map(({ computedAt: _, ...row }) => row);
  });
const actionsLogged = () =>
  scene.inTenant(async (ctx) =>
    (
      await ctx.tx.selectFrom('auditEntries').select(['action', 'details']).orderBy('sequence').execute()
    ).filter(({ action }) => action.startsWith('contest') || action.startsWith('rating.')),
  );

describe('a contest', () => {
  it('marks the level until it is answered, on the page and in the API alike', async () => {
    await begin();
    const contestId = await contest(pia, 'leadership');
    const marked = (page: Awaited<ReturnType<typeof pageOf>>) =>
      page.profile?.dimensions.filter((row) => row.contested).map((row) => row.dimension);
    expect(marked(await pageOf(hr))).toEqual(['leadership']);
    expect(await scene.inTenant((ctx) => hasOpenContest(ctx, [scene.idOf('P1'), scene.idOf('P2')]))).toEqual(
      new Set([scene.idOf('P1')]),
    );
    await expect(contest(pia, 'leadership')).rejects.toThrow('already');
    await answer(hr, contestId, 'upheld');
    expect(marked(await pageOf(hr))).toEqual([]);
    await expect(answer(hr, contestId, 'upheld')).rejects.toThrow('not open any more');
    const logged = await actionsLogged();
    expect(logged.map(({ action }) => action)).toEqual(['contest.open', 'contest.answer']);
    expect(JSON.stringify(logged)).not.toMatch(/shift|looked/);
    const own = await pageOf(pia);
    expect(own.contests).toMatchObject([{ state: 'upheld', answer: 'We looked at it.', answeredBy: hr.id }]);
  });

  it('is of one’s own record and rating alone, and a token opens none', async () => {
    await begin();
    const others = await ratingOf('leadership', 'manager', 'P2');
    await expect(contest(pia, 'leadership', null, 'P2')).rejects.toThrow('no such person');
    await expect(contest(pia, 'leadership', others)).rejects.toThrow('no such rating');
    await expect(contest(pia, 'fortitude')).rejects.toThrow('no such rating');
    await expect(contest(pia, 'nothing')).rejects.toThrow('no such dimension');
    await expect(contest({ ...pia, kind: 'token' }, 'leadership')).rejects.toThrow('a token does not');
    const contestId = await contest(pia, 'leadership');
    const back = (viewer: Viewer) =>
      scene.inTenant((ctx) =>
        takeContestBack(ctx, viewer, { employeeId: viewer.employeeId ?? '', contestId }),
      );
    await expect(back(scene.viewer('employee', 'P2'))).rejects.toThrow('not open any more');
    await back(pia);
    expect((await pageOf(pia)).contests).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('is answered by who may read it, gave no such rating, and is not who it is about', async () => {
    await begin();
    const rating = await ratingOf('leadership', 'manager');
    const contestId = await contest(pia, 'leadership', rating);
    const unnamed = await contest(scene.viewer('employee', 'P2'), 'leadership', null, 'P2');
    const refusals: [Viewer, string, string][] = [
      [scene.viewer('employee', 'M1'), contestId, 'no such contest'],
      [scene.viewer('owner', null), contestId, 'no such contest'],
      [scene.viewer('executive', null), contestId, 'no such contest'],
      [scene.viewer('director', 'D1', 'Office'), contestId, 'no such contest'],
      [{ ...hr, kind: 'token', employeeId: null }, contestId, 'no such contest'],
      [scene.viewer('director', 'M1', 'Gate'), contestId, 'You rated this person'],
      // The file does not say who rated: it was the manager of that day.
      [scene.viewer('director', 'M1', 'Gate'), unnamed, 'You rated this person'],
      [scene.viewer('hr_partner', 'P1'), contestId, 'your own rating'],
      [hr, randomUUID(), 'no such contest'],
    ];
    for (const [viewer, id, reason] of refusals)
      await expect(answer(viewer, id, 'upheld'), `${viewer.role} ${reason}`).rejects.toThrow(reason);
    await expect(answer(hr, contestId, 'delete')).rejects.toThrow('Choose');
    await expect(answer(hr, unnamed, 'withdraw')).rejects.toThrow('no single rating');
    const names = async (viewer: Viewer) =>
      (await scene.inTenant((ctx) => listContests(ctx, viewer))).open.map(({ name }) => name);
    expect(await names(hr)).toEqual(['Pia Holm', 'Per Falk']);
    expect(await names(scene.viewer('director', 'D1', 'Office'))).toEqual([]);
    expect(await names(scene.viewer('employee', 'M1'))).toEqual([]);
    await answer(scene.viewer('director', 'D1', 'Gate'), contestId, 'reassess');
    expect(await names(scene.viewer('director', 'D1', 'Gate'))).toEqual(['Per Falk']);
  });

  it('is not answered by whoever gave the rating and corrected it since', async () => {
    for (const names of [true, false]) {
      await begin();
      const rating = names ? await ratingOf('leadership', 'manager') : null;
      const contestId = await contest(pia, 'leadership', rating);
      await scene.rate(RATINGS.replace('leadership,1,', 'leadership,2,'));
      const rater = scene.viewer('director', 'M1', 'Gate');
      await expect(answer(rater, contestId, 'upheld')).rejects.toThrow('You rated this person');
      await answer(hr, contestId, 'upheld');
    }
  });

  it('shows its text to the person and to those who answer, not to the manager', async () => {
    await begin();
    const contestId = await contest(pia, 'leadership');
    expect((await pageOf(scene.viewer('employee', 'M1'))).contests).toEqual([]);
    expect((await pageOf(scene.viewer('employee', 'M1'))).profile?.dimensions[1]?.contested).toBe(true);
    const page = await scene.inTenant((ctx) => getContestPage(ctx, { viewer: hr, reach: 'all', contestId }));
    expect(page).toMatchObject({ name: 'Pia Holm', hindrance: null, decisions: ['upheld', 'reassess'] });
  });
});

describe('a withdrawn rating', () => {
  it('counts no more, and what else its assessment holds stays; figures are those of a rebuild', async () => {
    await begin();
    const rating = await ratingOf('leadership', 'manager');
    await answer(hr, await contest(pia, 'leadership', rating), 'withdraw');
    await scene.refresh();
    const page = await pageOf(hr);
    const rowOf = (name: string) => page.profile?.dimensions.find(({ dimension }) => dimension === name);
    expect(rowOf('leadership')).toMatchObject({ level: 3, rater: 'self' });
    expect(rowOf('communication')).toMatchObject({ level: 3, rater: 'manager' });
    const history = page.history.find(({ dimension }) => dimension === 'leadership');
    expect(history?.entries.map(({ standing, level }) => [standing, level])).toEqual([
      ['current', 3],
      ['withdrawn', 1],
    ]);
    const incremental = await profileRows();
    await scene.inTenant(markEverythingChanged);
    await scene.refresh();
    expect(await profileRows()).toEqual(incremental);
    expect((await actionsLogged()).map(({ action }) => action)).toContain('rating.withdraw');
  });

  it('does not come back with the same file; another level is another rating', async () => {
    await begin();
    const rating = await ratingOf('leadership', 'manager');
    await answer(hr, await contest(pia, 'leadership', rating), 'withdraw');
    expect(await scene.rate(RATINGS)).toMatchObject({ created: 0, corrected: 0 });
    expect(await ratingOf('leadership', 'manager')).toBe('');
    const corrected = RATINGS.replace('leadership,1,', 'leadership,2,');
    expect(await scene.rate(corrected)).toMatchObject({ created: 0, corrected: 1 });
    expect(await ratingOf('leadership', 'manager')).not.toBe('');
  });

  it('is of peers all that make it', async () => {
    await begin();
    const rating = await ratingOf('creativity', 'peer');
    const before = (await pageOf(pia)).history.find(({ dimension }) => dimension === 'creativity')?.entries;
    expect(before).toMatchObject([{ standing: 'current', level: 1, peers: 3 }]);
    await answer(hr, await contest(pia, 'creativity', rating), 'withdraw');
    await scene.refresh();
    const page = await pageOf(pia);
    expect(page.profile?.dimensions.find(({ dimension }) => dimension === 'creativity')?.level).toBeNull();
    const entries = page.history.find(({ dimension }) => dimension === 'creativity')?.entries ?? [];
    expect(entries.map(({ level, evidence }) => [level, evidence])).toEqual([
      [null, []],
      [null, []],
      [null, []],
    ]);
  });
});

describe('letters and erasure', () => {
  it('tells HR partners and then the person, without a word of the rating', async () => {
    await begin();
    const { organizationId, inTenant } = scene;
    const [piaUser, other] = [randomUUID(), randomUUID()];
    const user = (userId: string) => ({
      userId,
      name: userId,
      email: `${userId}@example.org`,
      passwordHash: null,
    });
    await withAuth(db.database, async ({ tx }) => {
      await tx.insertInto('users').values([piaUser, other].map(user)).execute();
      const member = { organizationId, role: 'hr_partner', teamScope: [] };
      await tx
        .insertInto('memberships')
        .values([piaUser, other].map((userId) => ({ ...member, userId })))
        .execute();
    });
    await inTenant((ctx) => linkSignIn(ctx, { externalId: 'P1', userId: piaUser }));
    const contestId = await contest(pia, 'leadership');
    const actor = { kind: 'job', id: '1' } as const;
    const run = () =>
      contestLetters({
        payload: { contestId },
        inTenant,
        inMembers: (work: never) => withMembers(db.database, { organizationId, actor }, work),
      } as never);
    const queued = () =>
      withAuth(db.database, ({ tx }) =>
        tx
          .selectFrom('mailQueue')
          .select(['kind', 'subjectId'])
          .where('organizationId', '=', organizationId)
          .orderBy('kind', 'desc')
          .execute(),
      );
    await run();
    expect(await queued()).toEqual([{ kind: 'contest-opened', subjectId: other }]);
    await answer(hr, contestId, 'upheld');
    await run();
    expect(await queued()).toContainEqual({ kind: 'contest-answered', subjectId: piaUser });
    await inTenant(({ tx }) =>
      tx.deleteFrom('employees').where('employeeId', '=', scene.idOf('P1')).execute(),
    );
    expect(await inTenant(({ tx }) => tx.selectFrom('contests').selectAll().execute())).toEqual([]);
  });
});

describe('the page of a person', () => {
  it('says what the API says, today and on a day that is over', async () => {
    await begin();
    await contest(pia, 'leadership');
    for (const asOf of [undefined, '2026-08-15']) {
      const question = { viewer: hr, reach: 'all', asOf } as const;
      const page = await scene.inTenant((ctx) =>
        getPersonPage(ctx, { ...question, employeeId: scene.idOf('P1') }),
      );
      const api = profileAnswer.parse(
        await scene.inTenant((ctx) => getProfile(ctx, { ...question, key: { externalId: 'P1' } })),
      );
      expect(profileAnswer.parse(page.profile)).toEqual(api);
      const first = page.history.map(({ dimension, entries: [entry] }) => ({
        dimension,
        level: entry?.standing === 'current' ? entry.level : null,
      }));
      expect(first).toEqual(api.dimensions.map(({ dimension, level }) => ({ dimension, level })));
    }
  });

  it('is the directory’s part for who reads that alone, and nothing for anybody else', async () => {
    await begin();
    const owner = { ...scene.viewer('owner', null) };
    const page = await scene.inTenant((ctx) =>
      getPersonPage(ctx, { viewer: owner, reach: 'own', employeeId: scene.idOf('P1') }),
    );
    expect(page).toMatchObject({ name: 'Pia Holm', profile: null, history: [], contests: [] });
    expect(page.header.place).toMatchObject({ team: 'Gate', manager: { name: 'Mara Lind' } });
    expect((await pageOf(hr, 'M1')).header.place?.manager).toBeNull();
    await expect(pageOf(scene.viewer('employee', 'P2'))).rejects.toThrow('no such person');
    await expect(pageOf(scene.viewer('director', 'D1', 'Office'))).rejects.toThrow('no such person');
  });
});
