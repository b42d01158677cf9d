import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAuth } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { findCyclePeople } from '~/modules/assessments/queries/find-cycle-people';
import { getCyclePage } from '~/modules/assessments/queries/get-cycle-page';
import { listSeenCycles } from '~/modules/assessments/queries/list-seen-cycles';
import { stopLetters } from '~/modules/organizations/commands/stop-letters';
import { linkTokenHash } from '~/modules/organizations/queries/link-token-hash';
import { listNonRaters } from '~/modules/organizations/queries/list-non-raters';
import { readStopLink } from '~/modules/organizations/queries/read-stop-link';
import { type CycleScene, cycleScene, FIELDS } from './cycle-scene';

let db: TestDatabase;
let admin: postgres.Sql;
let scene: CycleScene;
beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
});
afterAll(() => admin?.end());
const start = async () => {
  scene = await cycleScene(db);
};
const submit = (cycleId: string, [person, kind, rater]: readonly [string, string, string]) =>
  admin`insert into assessments (organization_id, assessment_id, employee_id, rater_kind, rater_id, cycle_id,
          assessed_on, soc, state, submitted_at)
        values (${scene.organizationId}, gen_random_uuid(), ${scene.idOf(person)}, ${kind}, ${scene.idOf(rater)},
          ${cycleId}, '2026-11-22', '33-9032.00', 'submitted', now())`;
const lettersOf = async (cycleId: string) =>
  (
    await admin<{ line: string }[]>`
      select m.kind || ' ' || u.name || ' ' || l.sent_on || ' ' || l.owed || case when l.is_rated then ' rated' else '' end as line
        from auth.cycle_letters l join auth.users u using (user_id) join auth.mail_queue m on m.subject_id = l.letter_id
       where l.cycle_id = ${cycleId} order by l.sent_on, u.name`
  ).map(({ line }) => line);

describe('letters', () => {
  it('go once to who is rated or rates, then on the days of the schedule to who owes, and never twice a day', async () => {
    await start();
    await scene.signUp('M1', 'P1', 'P2');
    const cycleId = await scene.open();
    await Promise.all([scene.letters(), scene.letters()]);
    const opening = [
      'cycle-opened M1 2026-11-21 4 rated',
      'cycle-opened P1 2026-11-21 1 rated',
      'cycle-opened P2 2026-11-21 1 rated',
    ];
    expect(await lettersOf(cycleId)).toEqual(opening);
    await submit(cycleId, ['P1', 'self', 'P1']);
    scene.setDay('2026-11-26');
    await scene.letters();
    expect(await lettersOf(cycleId)).toEqual(opening);
    // A day late: the seventh day before the end was the 27th.
    scene.setDay('2026-11-28');
    await scene.letters();
    // A worker that died before it noted them.
    await admin`update cycle_reminders set last_sent_on = '2026-11-21' where cycle_id = ${cycleId}`;
    await scene.letters();
    const reminded = ['cycle-reminder M1 2026-11-28 4 rated', 'cycle-reminder P2 2026-11-28 1 rated'];
    expect(await lettersOf(cycleId)).toEqual([...opening, ...reminded]);
    scene.setDay('2026-12-05');
    await scene.letters();
    expect(await lettersOf(cycleId)).toHaveLength(5);
  });

  it('ask nobody to rate whose role does not rate', async () => {
    await start();
    await scene.signUp('H1', 'P1');
    await admin`update auth.memberships m set role = 'hr_partner' from auth.users u
      where u.user_id = m.user_id and u.name = 'H1' and m.organization_id = ${scene.organizationId}`;
    const cycleId = await scene.open();
    await scene.letters();
    const nonRaters = await listNonRaters(db.database, scene.organizationId);
    const read = () =>
      scene.inTenant(async (ctx) => {
        const { progress, owing } = await getCyclePage(ctx, scene.hr, { cycleId, team: null, nonRaters });
        const [listed] = await listSeenCycles(ctx, scene.hr, nonRaters);
        const { self, manager } = progress.sum.kinds;
        const { people } = await findCyclePeople(ctx, scene.hr, { cycleId, query: 'O1', nonRaters });
        return {
          ofO1: people.flatMap(({ raters }) => raters.map(({ raterKind }) => raterKind)).sort(),
          self,
          manager,
          listed: listed?.progress?.asked,
          owing: owing.map(({ name }) => name).sort(),
        };
      });
    // Seven people of whom H1 rates nobody: neither H1 nor O1, whom H1 manages.
    expect(await read()).toEqual({
      self: { asked: 6, rated: 0, begun: 0 },
      manager: { asked: 4, rated: 0, begun: 0 },
      listed: 10,
      ofO1: ['self'],
      owing: ['Dag Moen', 'Mara Lind', 'Ole Vang', 'Per Falk', 'Pia Holm', 'Puk Rask'],
    });
    // What is in was asked of somebody.
    await submit(cycleId, ['O1', 'manager', 'D1']);
    const { manager, ofO1 } = await read();
    expect(manager).toEqual({ asked: 5, rated: 1, begun: 0 });
    expect(ofO1).toHaveLength(1);
    scene.setDay('2026-11-27');
    await scene.letters();
    expect(await lettersOf(cycleId)).toEqual([
      'cycle-opened H1 2026-11-21 0 rated',
      'cycle-opened P1 2026-11-21 1 rated',
      'cycle-reminder P1 2026-11-27 1 rated',
    ]);
  });

  it('stop by their link, without a sign-in, for that cycle and reader alone', async () => {
    await start();
    await scene.signUp('M1', 'P1');
    const cycleId = await scene.open();
    await scene.letters();
    const token = 'a'.repeat(43);
    await admin`update auth.cycle_letters l set token_hash = ${linkTokenHash(token)}
      from auth.users u where u.user_id = l.user_id and u.name = 'M1' and l.cycle_id = ${cycleId}`;
    expect(await readStopLink(db.database, token)).toMatchObject({ cycle: FIELDS.name, isStopped: false });
    await stopLetters(db.database, token);
    await stopLetters(db.database, token);
    expect((await readStopLink(db.database, token)).isStopped).toBe(true);
    await expect(stopLetters(db.database, 'b'.repeat(43))).rejects.toThrow('not valid');
    scene.setDay('2026-11-27');
    await scene.letters();
    expect((await lettersOf(cycleId)).filter((line) => line.startsWith('cycle-reminder'))).toEqual([
      'cycle-reminder P1 2026-11-27 1 rated',
    ]);
    expect(
      await withAuth(db.database, async ({ tx }) => tx.selectFrom('cycleNotices').selectAll().execute()),
    ).not.toEqual([]);
  });
});
