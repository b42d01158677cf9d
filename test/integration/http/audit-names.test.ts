import { beforeAll, describe, expect, it } from 'vitest';
import { withAuth } from '#db/tenancy';
import { openTestWeb } from '#test/setup/web';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { readCsv } from '~/shared/csv';

const web = await openTestWeb();
const { a, b, db } = web;

it('the log names nobody whose id stands in the address alone', async () => {
  const cookie = await web.signInAs('owner');
  const { userId } = b.members.hr_partner;
  const { status, body } = await web.send(`/o/${a.slug}/audit?actor=user:${userId}`, { cookie });
  expect([status, body.includes(b.canary)]).toEqual([200, false]);
});

it('the log names a member who left, of whom it tells', async () => {
  const cookie = await web.signInAs('owner');
  const { userId } = a.members.executive;
  const members = `/o/${a.slug}/settings/members`;
  const [{ name } = { name: '' }] = await withAuth(db.database, ({ tx }) =>
    tx.selectFrom('users').select('name').where('userId', '=', userId).execute(),
  );
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  const body = new URLSearchParams({ intent: 'remove', member: userId, sure: 'yes' }).toString();
  const removed = await web.send(members, { method: 'POST', cookie, headers, body });
  expect(removed.status).toBeLessThan(400);
  const log = await web.send(`/o/${a.slug}/audit?action=member.remove`, { cookie });
  expect([log.status, log.body.includes(name)]).toEqual([200, true]);
});

describe('details', () => {
  const [north, above] = [a.teams.north, b.teams.north];
  const [person, position] = [a.person(3), crypto.randomUUID()];
  const read = async (path: string) => {
    const answer = await web.send(`/o/${a.slug}/audit${path}`, { cookie: await web.signInAs('owner') });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  /** The details column of the newest entry, without what stands behind its ids. */
  const shown = async (action: string) => {
    const body = await read(`?action=${action}`);
    const cell = /data-label="Details">(.*?)<\/td>/su.exec(body)?.[1] ?? '';
    return { words: cell.replace(/<details.*<\/details>/su, ''), cell };
  };

  beforeAll(() =>
    db.tenant(a.organizationId, async (ctx) => {
      const team = { kind: 'team', id: north } as const;
      // A parent of another organization: no command writes it, and nothing may name it.
      const moved = { what: 'move', from: '2026-12-01', parentBefore: north, parentAfter: above } as const;
      recordAudit(ctx, { action: 'team.change', subject: team, details: moved });
      const employee = { kind: 'employee', id: person.employeeId } as const;
      const state = 'upheld' as const;
      recordAudit(ctx, {
        action: 'contest.answer',
        subject: employee,
        details: { contest: position, state },
      });
      const link = { user: a.members.executive.userId, linked: true };
      recordAudit(ctx, { action: 'employee.link', subject: employee, details: link });
    }),
  );

  it('name teams and people, with the ids behind, and nothing of another organization', async () => {
    const moved = await shown('team.change');
    expect(moved.words).toMatch(/Team above.*<del>Guarding [^<]* \/ North .*<ins>a team that is gone</su);
    expect([moved.words.includes(north), moved.cell.includes(north)]).toEqual([false, true]);
    expect(moved.cell).not.toContain(b.canary);
    expect((await shown('employee.link')).words).toMatch(/User<\/dt><dd>[^<0-9]+/u);
  });

  it('say keys in words', async () => {
    const { words, cell } = await shown('contest.answer');
    expect(words).toContain('The rating stays');
    expect(words).not.toContain('upheld');
    expect([words.includes(position), cell.includes(position)]).toEqual([false, true]);
  });

  it('stand in words in both exports', async () => {
    const { header, rows } = readCsv(await read('/export?action=team.change'), 'audit.csv');
    expect(header.slice(-4)).toEqual(['who', 'what', 'about', 'details_in_words']);
    const [row] = rows;
    expect(row?.values[header.indexOf('what')]).toBe('changed a team');
    expect(row?.values[header.indexOf('about')]).toContain('North');
    expect(row?.values[header.indexOf('details_in_words')]).toMatch(
      /^From: 2026-12-01; What: moved; Team above: Guarding .* \/ North/u,
    );
    expect(row?.values[header.indexOf('details')]).toContain(north);
    const [line = '{}'] = (await read('/export?action=contest.answer&format=jsonl')).split('\n');
    const { inWords, subjectId } = JSON.parse(line);
    expect(inWords).toMatchObject({
      what: 'answered a contested rating',
      details: ['State: The rating stays'],
    });
    expect([subjectId, inWords.about]).toEqual([person.employeeId, expect.stringContaining('Person 03')]);
  });

  it('name nobody whose id was asked for in an export alone', async () => {
    const abroad = b.members.hr_partner.userId;
    await read(`/export?actor=user:${abroad}`);
    const { words, cell } = await shown('audit.export');
    expect([words.includes('somebody who is gone'), cell.includes(abroad)]).toEqual([true, true]);
    const log = await read('?action=audit.export');
    const file = await read('/export?action=audit.export&format=jsonl');
    expect([log.includes(b.canary), file.includes(b.canary)]).toEqual([false, false]);
    await read(`/export?actor=user:${a.members.hr_partner.userId}`);
    expect((await shown('audit.export')).words).toContain('Member hr_partner');
  });
});
