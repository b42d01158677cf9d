import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { extendForPerson } from '~/modules/assessments/commands/change-cycle-person';
import { stopLetters } from '~/modules/organizations/commands/stop-letters';
import { linkTokenHash } from '~/modules/organizations/queries/link-token-hash';
import { addDays } from '~/shared/calendar-day';
import { type CycleScene, cycleScene, TODAY } from './cycle-scene';

let db: TestDatabase;
let admin: postgres.Sql;
beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
});
afterAll(() => admin?.end());

const LAST = '2026-12-14';

/** Lives through the days of a cycle: what is done on a day, then the letters of that day, twice as of two workers. */
async function live(scene: CycleScene, done: Readonly<Record<string, () => Promise<unknown>>>) {
  for (let day = TODAY; day <= LAST; day = addDays(day, 1)) {
    scene.setDay(day);
    await done[day]?.();
    await scene.letters();
    await scene.letters();
  }
}

it('whoever owes is reminded on each day of the schedule until they have submitted, said stop, or their end has passed', async () => {
  const scene = await cycleScene(db);
  const { idOf, organizationId, inTenant, hr } = scene;
  await scene.signUp('M1', 'P1', 'P2', 'P3', 'O1');
  const cycleId = await scene.open({ raterKinds: ['self', 'manager'], remindDays: [7, 3, 1] });
  const rate = (kind: 'self' | 'manager', rater: string, ...people: string[]) =>
    admin`insert into assessments (organization_id, assessment_id, employee_id, rater_kind, rater_id, cycle_id,
            assessed_on, soc, state, submitted_at)
          select ${organizationId}::uuid, gen_random_uuid(), id, ${kind}, ${idOf(rater)}::uuid, ${cycleId}::uuid,
                 '2026-11-22', '33-9032.00', 'submitted', now() from unnest(${people.map(idOf)}::uuid[]) as person(id)`;
  const stop = async () => {
    const token = 'd'.repeat(43);
    await admin`update auth.cycle_letters l set token_hash = ${linkTokenHash(token)} from auth.users u
      where u.user_id = l.user_id and u.name = 'O1' and l.cycle_id = ${cycleId} and l.sent_on = '2026-11-27'`;
    await stopLetters(db.database, token);
  };
  await live(scene, {
    '2026-11-24': () => rate('self', 'P1', 'P1'),
    '2026-11-28': () => rate('manager', 'M1', 'P1', 'P2'),
    '2026-11-29': stop,
    // P2 rates until the 10th; M1 has rated P2.
    '2026-12-02': () =>
      inTenant((ctx) =>
        extendForPerson(ctx, hr, { cycleId, employeeId: idOf('P2'), closesOn: '2026-12-10' }),
      ),
    '2026-12-09': () => rate('self', 'P2', 'P2'),
  });
  const letters = await admin<{ line: string }[]>`
    select l.sent_on || ': ' || string_agg(u.name || ' ' || l.owed, ', ' order by u.name) as line
      from auth.cycle_letters l join auth.users u using (user_id) join auth.mail_queue m on m.subject_id = l.letter_id
     where l.cycle_id = ${cycleId} group by l.sent_on order by l.sent_on`;
  expect(letters.map(({ line }) => line)).toEqual([
    '2026-11-21: M1 4, O1 1, P1 1, P2 1, P3 1',
    '2026-11-27: M1 4, O1 1, P2 1, P3 1',
    '2026-12-01: M1 2, P2 1, P3 1',
    // For P2 the seventh day before the 10th, for the others the last before the 4th.
    '2026-12-03: M1 2, P2 1, P3 1',
    '2026-12-07: P2 1',
  ]);
});
