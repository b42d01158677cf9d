import { beforeAll, expect, it } from 'vitest';
import { withAuth, withMembers } from '#db/tenancy';
import { signInLetters } from '#jobs/tasks/sign-in-letters';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { keepLogLines } from '#test/setup/log-lines';
import type { Letter } from '~/mail/mailer';
import { sendMails } from '~/modules/organizations/commands/send-mails';
import { changeSignIn } from '~/modules/people/commands/link-sign-in';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { TeamScene } from './team-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

async function open() {
  const scene = await TeamScene.open(db, ['North', 'South']);
  const { organizationId } = scene;
  const ids = { hr: crypto.randomUUID(), writer: crypto.randomUUID(), person: crypto.randomUUID() };
  const roles = { hr: 'hr_partner', writer: 'hr_partner', person: 'employee' } as const;
  await withAuth(db.database, async ({ tx }) => {
    for (const name of ['hr', 'writer', 'person'] as const) {
      const [userId, email] = [ids[name], `${name}-${organizationId}@example.org`];
      await tx.insertInto('users').values({ userId, email, name, passwordHash: null }).execute();
      await tx
        .insertInto('memberships')
        .values({ organizationId, userId, role: roles[name], teamScope: [] })
        .execute();
    }
  });
  const employeeId = (await scene.in((ctx) => listIdsByExternalId(ctx, ['E0']))).get('E0') ?? '';
  const payload = { employeeId, userId: ids.person, by: ids.writer };
  const actor = { kind: 'job', id: '1' } as const;
  const letters = async () => {
    await signInLetters({
      payload,
      inTenant: (work: never) => scene.in(work),
      inMembers: (work: never) => withMembers(db.database, { organizationId, actor }, work),
    } as never);
    const sent: Letter[] = [];
    const mailer = {
      send: async (letter: Letter) => {
        sent.push(letter);
        return 'sent' as const;
      },
    };
    const { logger } = keepLogLines('worker');
    await sendMails({ database: db.database, mailer, origin: 'https://cadre.example', logger } as never);
    return sent.filter(({ to }) => to.endsWith(`-${organizationId}@example.org`));
  };
  const link = (userId: string | null) => scene.in((ctx) => changeSignIn(ctx, { employeeId, userId }));
  return { ids, employeeId, letters, link };
}

it('tells the member and the other HR partners that a sign-in was connected, without a name', async () => {
  const { ids, employeeId, letters, link } = await open();
  await link(ids.person);
  const sent = new Map((await letters()).map((letter) => [letter.to.split('-')[0], letter]));
  expect([...sent.keys()].sort()).toEqual(['hr', 'person']);
  expect(sent.get('hr')?.link).toMatch(new RegExp(`/people/${employeeId}/edit$`));
  expect(sent.get('hr')?.text).not.toContain('E0');
  expect(sent.get('person')?.text).toContain('as your own');
  expect(sent.get('person')?.link).not.toContain(employeeId);
});

it('is silent where the sign-in was taken back before', async () => {
  const { ids, letters, link } = await open();
  await link(ids.person);
  await link(null);
  expect(await letters()).toEqual([]);
});
