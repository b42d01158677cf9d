import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '#db/embedded/free-port';
import { withAuth } from '#db/tenancy';
import { findRecordIn } from '#jobs/find-record';
import { hourlyUpkeep } from '#jobs/tasks/hourly-upkeep';
import { openTestDatabase } from '#test/setup/database';
import { keepLogLines } from '#test/setup/log-lines';
import { readEnvironment } from '~/env.server';
import { createMailer } from '~/mail/create-mailer.server';
import { deleteOldLetters } from '~/mail/delete-old-letters.server';
import type { SendOutcome } from '~/mail/mailer';
import { inviteMember } from '~/modules/organizations/commands/invite-member';
import { sendMails } from '~/modules/organizations/commands/send-mails';
import { insertMail } from '~/modules/organizations/data/mail-queue';
import { readInvitation } from '~/modules/organizations/queries/read-invitation';

const db = await openTestDatabase();
const { database } = db;
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
const folder = await mkdtemp(path.join(tmpdir(), 'cadre-mails-'));
const { logger, lines } = keepLogLines('worker');
const { organizationId, slug } = await db.newOrganization();
const viewer = {
  kind: 'user',
  id: crypto.randomUUID(),
  organization: { id: organizationId, slug, name: slug },
} as const;
await admin`insert into auth.users (user_id, email, name) values (${viewer.id}, 'owner@example.org', 'Owner')`;
await admin`insert into auth.memberships (organization_id, user_id, role) values (${organizationId}, ${viewer.id}, 'owner')`;

const ORIGIN = 'https://cadre.example';
const port = await freePort();
/** What the server was given, and what it says to the next letter. */
const received: { to: string[]; text: string }[] = [];
let answer: { rcpt?: number; data?: number | 'hang up' } = {};
const refusal = (code: number) => Object.assign(new Error('refused by the test'), { responseCode: code });
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(answer.rcpt ? refusal(answer.rcpt) : null),
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ to, text: Buffer.concat(chunks).toString('utf8') });
      if (answer.data === 'hang up') server.connections.forEach((one) => void one.close());
      else done(answer.data ? refusal(answer.data) : null);
    });
  },
});
server.on('error', () => {});
await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await rm(folder, { recursive: true });
  await admin.end();
});
beforeEach(async () => {
  received.length = 0;
  answer = {};
  await admin`delete from auth.mail_queue`;
  await admin`delete from auth.invitations`;
  await admin`delete from graphile_worker._private_jobs`;
});

const environment = (more: Readonly<Record<string, string>> = {}) =>
  readEnvironment({
    NODE_ENV: 'production',
    DATA_DIR: folder,
    MAIL_FROM: 'Cadre <letters@cadre.example>',
    ...more,
  });
const smtp = createMailer(environment({ SMTP_URL: `smtp://127.0.0.1:${port}` }), logger);
const send = (mailer = smtp) =>
  sendMails({ database, mailer, origin: ORIGIN, logger, findRecord: findRecordIn(database) });
const invite = (email = 'jo@example.org') =>
  inviteMember(database, viewer, { email, role: 'hr_partner', teamScope: [], teams: new Set(), sure: true });
const queue = () =>
  admin<{ state: string; attempts: number; wait: number }[]>`
    select state, attempts, round(extract(epoch from due_at - now()))::int as wait from auth.mail_queue`;
const linkIn = (text: string) => /https:\/\/cadre\.example\/invite\/([\w-]{43})/.exec(text)?.[1] ?? '';
/** Quoted-printable, as mail travels. */
const plain = (text: string) =>
  text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

describe('letters by SMTP', () => {
  it('go out once, with a link that works and of which only the hash is kept', async () => {
    await invite();
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(received).toHaveLength(1);
    const [{ to, text }] = received as [(typeof received)[0]];
    const words = plain(text);
    expect(to).toEqual(['jo@example.org']);
    expect(words).toMatch(/From: Cadre <letters@cadre\.example>/);
    expect(words).toMatch(/Message-ID: <[0-9a-f-]{36}@cadre\.example>/);
    expect(words).toContain('HR partner');
    expect(words).toContain('text/html');
    const token = linkIn(words);
    expect(await readInvitation(database, token)).toMatchObject({
      email: 'jo@example.org',
      role: 'hr_partner',
    });
    const dump =
      await admin`select i::text from auth.invitations i union all select m::text from auth.mail_queue m`;
    expect(JSON.stringify(dump)).not.toContain(token);
    expect(await queue()).toEqual([]);
    expect(lines.join('')).not.toContain(token);
    expect(lines.join('')).not.toContain('jo@example.org');
  });

  it('are asked for in the transaction that needs them, and in no other', async () => {
    const jobs = () => admin`select from graphile_worker.jobs where task_identifier = 'send-mails'`;
    await expect(
      withAuth(database, async (ctx) => {
        await insertMail(ctx, {
          mailId: crypto.randomUUID(),
          kind: 'member-removed',
          organizationId,
          subjectId: viewer.id,
        });
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect([(await jobs()).count, await queue()]).toEqual([0, []]);
    await invite();
    await invite('second@example.org');
    expect((await jobs()).count).toBe(1);
  });

  it('that were refused for now are tried again later, with another link', async () => {
    await invite();
    answer = { data: 451 };
    expect(await send()).toBe(0);
    expect(await queue()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    expect((await queue())[0]?.wait).toBeGreaterThan(50);
    expect(await send()).toBe(0);
    expect(received).toHaveLength(1);
    answer = {};
    await admin`update auth.mail_queue set due_at = now() - interval '1 second'`;
    expect(await send()).toBe(1);
    const [first = '', second = ''] = received.map(({ text }) => linkIn(plain(text)));
    await expect(readInvitation(database, first)).rejects.toThrow('not valid');
    expect(await readInvitation(database, second)).toMatchObject({ email: 'jo@example.org' });
  });

  it('that were refused for good, or may have arrived, are never sent again', async () => {
    for (const said of [{ rcpt: 550 }, { data: 554 }, { data: 'hang up' }] as const) {
      await admin`delete from auth.mail_queue`;
      await admin`delete from auth.invitations`;
      await invite();
      answer = said;
      await send();
      expect([said, await queue()]).toMatchObject([said, [{ state: 'given_up', attempts: 1 }]]);
      answer = {};
      expect(await send()).toBe(0);
    }
  });

  it('wait while no server is there, and are given up after eight tries', async () => {
    await invite();
    const nowhere = createMailer(environment({ SMTP_URL: `smtp://127.0.0.1:${await freePort()}` }), logger);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await send(nowhere);
      const state = attempt < 8 ? 'waiting' : 'given_up';
      expect(await queue()).toMatchObject([{ state, attempts: attempt }]);
      await admin`update auth.mail_queue set due_at = now() - interval '1 second'`;
    }
  });

  it('of a worker that died over one are not sent by the next, and two workers share the rest', async () => {
    for (let n = 0; n < 10; n += 1) await invite(`p${n}@example.org`);
    await admin`update auth.mail_queue set state = 'sending' where mail_id = (select mail_id from auth.mail_queue limit 1)`;
    const sent = await Promise.all([send(), send()]);
    expect((sent[0] ?? 0) + (sent[1] ?? 0)).toBe(9);
    expect(new Set(received.flatMap(({ to }) => to)).size).toBe(9);
    expect(await queue()).toMatchObject([{ state: 'sending' }]);
  });

  it('of an invitation that was taken back are not written', async () => {
    await invite();
    await admin`delete from auth.invitations`;
    expect([await send(), received.length, await queue()]).toEqual([0, 0, []]);
  });
});

describe('letters without a mail server', () => {
  it('are files of the outbox, with one log line that has the link', async () => {
    const { DATA_DIR } = environment();
    const before = lines.length;
    await invite();
    expect(await send(createMailer(environment(), logger))).toBe(1);
    const files = await readdir(path.join(DATA_DIR, 'outbox'));
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f-]{36}\.eml$/)]);
    const words = plain(await readFile(path.join(DATA_DIR, 'outbox', files[0] ?? ''), 'utf8'));
    const said = lines.slice(before).filter((line) => line.includes('/invite/'));
    expect(said).toHaveLength(1);
    expect(linkIn(said[0] ?? '')).toBe(linkIn(words));
    expect(await readInvitation(database, linkIn(words))).toMatchObject({ email: 'jo@example.org' });
  });
});

describe('letters of the outbox', () => {
  it('are deleted after 30 days; without an outbox there are none', async () => {
    const dataDir = await mkdtemp(path.join(folder, 'old-'));
    const now = new Date('2026-11-22T12:00:00Z');
    expect(await deleteOldLetters(dataDir, now)).toBe(0);
    const write = createMailer({ ...environment(), DATA_DIR: dataDir }, logger).send;
    const outbox = path.join(dataDir, 'outbox');
    for (const [mailId, written] of [
      ['new', '2026-10-23T12:00:01Z'],
      ['old', '2026-10-23T11:59:59Z'],
    ] as const) {
      await write({ mailId, to: 'jo@example.org', subject: 'Hi', text: 'x', html: 'x' });
      await utimes(path.join(outbox, `${mailId}.eml`), new Date(written), new Date(written));
    }
    await writeFile(path.join(outbox, 'note.txt'), 'x');
    await utimes(path.join(outbox, 'note.txt'), 0, 0);
    expect(await deleteOldLetters(dataDir, now)).toBe(1);
    expect((await readdir(outbox)).sort()).toEqual(['new.eml', 'note.txt']);
    await utimes(path.join(outbox, 'new.eml'), 0, 0);
    vi.stubEnv('DATA_DIR', dataDir);
    await hourlyUpkeep({ database, logger });
    vi.unstubAllEnvs();
    expect(await readdir(outbox)).toEqual(['note.txt']);
  });
});

describe('an address with a line break', () => {
  it('adds no header and no receiver', async () => {
    const letter = { mailId: crypto.randomUUID(), text: 'x', html: 'x' };
    const outcome: SendOutcome = await smtp.send({
      ...letter,
      to: 'jo@example.org\r\nBcc: eve@example.org',
      subject: 'Hi\r\nBcc: eve@example.org',
    });
    expect(received.flatMap(({ to }) => to)).not.toContain('eve@example.org');
    for (const { text } of received) expect(text).not.toMatch(/^Bcc:/m);
    expect(['sent', 'refused', 'uncertain']).toContain(outcome);
  });
});
