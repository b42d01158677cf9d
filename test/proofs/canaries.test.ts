import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { findRecordIn } from '#jobs/find-record';
import { proofCount } from '#test/isolation/loss/seeded-random';
import { openTestWeb, type TestWeb } from '#test/setup/web';
import type { Letter } from '~/mail/mailer';
import { inviteMember } from '~/modules/organizations/commands/invite-member';
import { sendMails } from '~/modules/organizations/commands/send-mails';
import { foreignCanaries, rowsWithForeign } from './worlds/find-foreign';
import { everyQuestion, textOf } from './worlds/requests';
import { asSeenBy, seedTenants } from './worlds/tenants';

const EVERYDAY = 2;
const COUNT = Math.max(EVERYDAY, proofCount(EVERYDAY));
const WHO = COUNT > EVERYDAY ? 'whole' : 'everyday';

const web = await openTestWeb();
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const tenants = await seedTenants(web, COUNT);
const canaryOf = new Map(
  tenants.map(({ organization: { organizationId, canary } }) => [organizationId, canary]),
);

/** The same web application with this organization as a and its neighbour as b. */
function seenBy(index: number): TestWeb {
  const [own, other] = [tenants[index], tenants[(index + 1) % tenants.length]];
  if (!own || !other) throw new Error('there is no such tenant');
  return asSeenBy(web, own, other);
}

describe('canaries (security.md proof 3)', () => {
  it(
    'of each organization are in no body and no header of any other',
    async () => {
      const hits: string[] = [];
      let [requests, holding] = [0, 0];
      for (const [index, { organization }] of tenants.entries()) {
        for (const { path, asked, ask } of await everyQuestion(seenBy(index), WHO)) {
          const text = textOf(await ask()).replaceAll(asked || '\0', '');
          requests += 1;
          holding += text.includes(organization.canary) ? 1 : 0;
          for (const canary of foreignCanaries(text, organization.canary)) hits.push(`${canary} in ${path}`);
        }
      }
      console.info(
        `proof 3: ${COUNT} organizations, ${requests} answers, ${holding} with the own canary, ${hits.length} hits, no draws`,
      );
      expect(hits).toEqual([]);
      expect(holding).toBeGreaterThan(requests / 4);
    },
    60_000 + COUNT * 60_000,
  );

  it('are in letters to the own people alone', async () => {
    const letters: Letter[] = [];
    const send = async (letter: Letter) => {
      letters.push(letter);
      return 'sent' as const;
    };
    for (const { organization } of tenants) {
      const { organizationId: id, slug, name, canary, members } = organization;
      const viewer = { kind: 'user', id: members.owner.userId, organization: { id, slug, name } } as const;
      const email = `guest.${canary}@example.test`;
      await inviteMember(web.db.database, viewer, {
        email,
        role: 'employee',
        teamScope: [],
        teams: new Set(),
        sure: true,
      });
    }
    const { database } = web.db;
    const { logger } = web.services;
    const sender = { database, mailer: { send }, origin: web.origin, logger };
    while ((await sendMails({ ...sender, findRecord: findRecordIn(database) })) > 0);
    const mixed = letters.filter((letter) => {
      const text = JSON.stringify(letter);
      return new Set(text.match(/canary[a-z][0-9a-f]{10}/g)).size !== 1;
    });
    console.info(`proof 3: ${letters.length} letters, ${mixed.length} hits`);
    expect(letters).toHaveLength(COUNT);
    expect(mixed).toEqual([]);
  });

  it('are in no row of another organization, no job and no log line', async () => {
    expect(await rowsWithForeign(admin, canaryOf)).toEqual([]);
    const logged = web.logLines.filter((line) => foreignCanaries(line, undefined).length > 0);
    console.info(`proof 3: ${web.logLines.length} log lines, ${logged.length} hits`);
    expect(logged).toEqual([]);
  });
});

describe('red control', () => {
  it('a row, a page and a log line that hold a foreign canary are found', async () => {
    const [own, other] = [web.a, web.b];
    await admin`update employees set name = ${`Person ${other.canary}`}
      where employee_id = ${own.person(3).employeeId}`;
    expect(await rowsWithForeign(admin, canaryOf)).toEqual([expect.stringContaining(other.canary)]);
    const cookie = await web.signInAs('hr_partner');
    const page = await web.send(`/o/${own.slug}/people/${own.person(3).employeeId}`, { cookie });
    expect(foreignCanaries(textOf(page), own.canary)).toEqual([other.canary]);
    expect(foreignCanaries(`{"name":"${own.canary}"}`, undefined)).toEqual([own.canary]);
  });
});
