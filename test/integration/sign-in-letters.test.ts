import { beforeAll, describe, expect, it } from 'vitest';
import { withAuth, withMembers, withTenant } from '#db/tenancy';
import { findRecordIn } from '#jobs/find-record';
import { type JobRunner, jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { keepLogLines } from '#test/setup/log-lines';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createKeyedHash } from '~/keyed-hash.server';
import type { Letter } from '~/mail/mailer';
import { endSignIn } from '~/modules/organizations/commands/end-sign-in';
import { sendMails } from '~/modules/organizations/commands/send-mails';
import { eraseEmployee } from '~/modules/people/commands/erase-employee';
import { changeSignIn } from '~/modules/people/commands/link-sign-in';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { TeamScene } from './team-scene';

let db: TestDatabase;
let jobs: JobRunner;
beforeAll(async () => {
  db = await openTestDatabase();
  jobs = jobRunner(db, ['sign-in-letters']);
});

const ROLES = {
  ...{ hr: 'hr_partner', writer: 'hr_partner', person: 'employee' },
  ...{ owner: 'owner', admin: 'admin' },
} as const;
type Name = keyof typeof ROLES;

/** An organization with these members, of whom `writer` connects sign-ins, and what is done there. */
async function open(...names: readonly Name[]) {
  const scene = await TeamScene.open(db, ['North', 'South']);
  const { organizationId } = scene;
  const ids = new Map(names.map((name) => [name, crypto.randomUUID()]));
  const domain = `${organizationId}.example`;
  await withAuth(db.database, async ({ tx }) => {
    for (const [name, userId] of ids) {
      const user = { userId, email: `${name}@${domain}`, name, passwordHash: null };
      await tx.insertInto('users').values(user).execute();
      const member = { organizationId, userId, role: ROLES[name], teamScope: [] };
      await tx.insertInto('memberships').values(member).execute();
    }
  });
  const employeeId = (await scene.in((ctx) => listIdsByExternalId(ctx, ['E0']))).get('E0') ?? '';
  const by = { kind: 'user', id: ids.get('writer') ?? '' } as const;
  const change = (userId: string | null) =>
    withTenant(db.database, { organizationId, actor: by }, (ctx) =>
      changeSignIn(ctx, { employeeId, userId }),
    );
  return {
    ...{ scene, organizationId, employeeId, domain, ids },
    link: () => change(ids.get('person') ?? ''),
    takeBack: () => change(null),
    recordHas: (email: string) =>
      scene.in(({ tx }) =>
        tx.updateTable('employees').set({ email }).where('employeeId', '=', employeeId).execute(),
      ),
    letters: () => lettersTo(domain),
    /** What waits to be sent and leads to the person. */
    waiting: () =>
      withAuth(db.database, async ({ tx }) =>
        tx.selectFrom('mailQueue').select('kind').where('aboutId', '=', employeeId).execute(),
      ),
  };
}

/** What the worker sends there: to whom by the first part of the address, and the letter. */
async function lettersTo(domain: string): Promise<Letter[]> {
  const { database } = db;
  const sent: Letter[] = [];
  const mailer = {
    send: async (letter: Letter) => {
      sent.push(letter);
      return 'sent' as const;
    },
  };
  const { logger } = keepLogLines('worker');
  const findRecord = findRecordIn(database);
  await sendMails({ database, mailer, origin: 'https://cadre.example', logger, findRecord });
  return sent.filter(({ to }) => to.endsWith(domain));
}

const readersOf = (letters: readonly Letter[]) => letters.map(({ to }) => to.split('@')[0]).sort();

describe('a sign-in that was connected with a record', () => {
  it('is told to the member and the other HR partners, without a name', async () => {
    const { employeeId, link, letters } = await open('hr', 'writer', 'owner', 'person');
    await link();
    await jobs.run();
    const sent = await letters();
    expect(readersOf(sent)).toEqual(['hr', 'person']);
    const [hr, person] = [sent.find(({ to }) => to.startsWith('hr')), sent.find(({ to }) => to[0] === 'p')];
    expect(hr?.link).toMatch(new RegExp(`/people/${employeeId}/edit$`));
    expect(hr?.text).not.toContain('E0');
    expect(person?.text).toContain('as your own');
    expect(person?.link).not.toContain(employeeId);
  });

  it('and taken back before the worker comes is told both times', async () => {
    const { link, takeBack, letters } = await open('hr', 'writer', 'person');
    await link();
    await takeBack();
    await jobs.run();
    const sent = await letters();
    expect(readersOf(sent)).toEqual(['hr', 'hr', 'person', 'person']);
    const subjects = sent.filter(({ to }) => to.startsWith('hr')).map(({ subject }) => subject);
    expect(subjects.sort()).toEqual([
      expect.stringContaining('was connected with'),
      expect.stringContaining('was taken from'),
    ]);
  });

  it('by the only HR partner is told to the owners, else to administrators', async () => {
    const sole = await open('writer', 'owner', 'admin', 'person');
    await sole.link();
    const alone = await open('writer', 'admin', 'person');
    await alone.link();
    await jobs.run();
    const sent = await lettersTo('example');
    const of = ({ domain }: typeof sole) => readersOf(sent.filter(({ to }) => to.endsWith(domain)));
    expect(of(sole)).toEqual(['owner', 'person']);
    expect(of(alone)).toEqual(['admin', 'person']);
  });

  it('is told to the person by the address of the record, where the sign-in has another', async () => {
    const { domain, link, takeBack, recordHas, letters } = await open('hr', 'writer', 'person');
    await recordHas(`record@${domain}`);
    await link();
    await jobs.run();
    const sent = await letters();
    expect(readersOf(sent)).toEqual(['hr', 'person', 'record']);
    const told = sent.find(({ to }) => to === `record@${domain}`);
    expect(told?.text).toContain('another address');
    expect(told).not.toHaveProperty('link');
    await recordHas(`PERSON@${domain}`);
    await takeBack();
    await jobs.run();
    expect(readersOf(await letters())).toEqual(['hr', 'person']);
  });

  it('is told once where the record has the address in capitals that JavaScript lowers otherwise', async () => {
    const { domain, link, ids, recordHas, letters } = await open('hr', 'writer', 'person');
    await withAuth(db.database, ({ tx }) =>
      tx
        .updateTable('users')
        .set({ email: `nikoσ@${domain}` })
        .where('userId', '=', ids.get('person') ?? '')
        .execute(),
    );
    await recordHas(`NIKOΣ@${domain}`);
    await link();
    await jobs.run();
    expect(readersOf(await letters())).toEqual(['hr', 'nikoσ']);
  });
});

describe('letters that lead to a person', () => {
  it('go when the person is erased, and none is written about who is gone', async () => {
    const { scene, organizationId, employeeId, domain, link, takeBack, recordHas, letters, waiting } =
      await open('hr', 'writer', 'person');
    await recordHas(`record@${domain}`);
    await link();
    await jobs.run();
    expect((await waiting()).map(({ kind }) => kind).sort()).toEqual(['record-linked', 'sign-in-linked']);
    const actor = { kind: 'job', id: 'test' } as const;
    const keyedHash = createKeyedHash({ passwordPeppers: [TEST_PEPPER] });
    const erased = {
      employeeId,
      userId: null,
      emails: [],
      askedBy: { kind: 'operator', id: 'test' },
    } as const;
    await withMembers(db.database, { organizationId, actor }, (ctx) => endSignIn(ctx, keyedHash, erased));
    expect(await waiting()).toEqual([]);
    await takeBack();
    await scene.in((ctx) => eraseEmployee(ctx, employeeId, null));
    await jobs.run();
    expect(await waiting()).toEqual([]);
    expect(readersOf(await letters())).toEqual(['person']);
  });

  it('are not sent where the person went after they were written', async () => {
    const { scene, employeeId, link, letters, waiting } = await open('hr', 'writer', 'person');
    await link();
    await jobs.run();
    await scene.in((ctx) => eraseEmployee(ctx, employeeId, null));
    expect(readersOf(await letters())).toEqual(['person']);
    expect(await waiting()).toEqual([]);
  });
});
