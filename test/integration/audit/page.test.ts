import { beforeAll, describe, expect, it } from 'vitest';
import { readHeads } from '#jobs/audit-heads';
import { openTestWeb } from '#test/setup/web';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { verifyChain } from '~/modules/organizations/domain/audit/verify-chain';
import { sha256, verifyAudit } from '~/modules/organizations/queries/verify-audit';
import { readCsv } from '~/shared/csv';
import { readLog } from './tamper';

const web = await openTestWeb();
const { a, b } = web;
const run: Parameters<typeof readLog>[0] = (work) => web.db.tenant(a.organizationId, work);
const cookies: Record<string, string> = {};
const page = async (member: string, search = '') =>
  web.send(`/o/${a.slug}/audit${search}`, { cookie: cookies[member] ?? '' });

beforeAll(async () => {
  for (const member of ['owner', 'admin', 'hr_partner', 'director', 'employee'] as const) {
    cookies[member] = await web.signInAs(member);
  }
  await web.send(`/o/${a.slug}/people/${a.person(3).employeeId}`, { cookie: cookies['hr_partner'] ?? '' });
  await run(async (ctx) =>
    recordAudit(ctx, {
      action: 'settings.change',
      subject: { kind: 'organization', id: a.organizationId },
      details: { changes: [{ field: 'suppressionK', before: 5, after: 8 }] },
      personal: [{ name: 'contact', person: a.person(4).employeeId, value: '=HYPERLINK("x")' }],
    }),
  );
  await run(async (ctx) =>
    recordAudit(ctx, {
      action: 'member.invite',
      subject: { kind: 'invitation', id: a.person(3).employeeId },
      details: { role: 'hr_partner', teamScope: [] },
    }),
  );
  await web.db.tenant(b.organizationId, async (ctx) =>
    recordAudit(ctx, {
      action: 'figures.rebuild',
      subject: { kind: 'organization', id: b.organizationId },
      details: { people: 4_711 },
    }),
  );
});

describe('the audit page', () => {
  it('tells who did what when, with what changed and names of people', async () => {
    const { status, body } = await page('owner');
    expect(status).toBe(200);
    expect(body).toMatch(/Smallest group shown.*<del>5 people<\/del>.*<ins>8 people<\/ins>/s);
    expect(body).toContain('>Made an API token</option>');
    expect(body).toMatch(/invited somebody.*>An invitation as HR partner</s);
    expect(body).toContain(`Member hr_partner ${a.canary}`);
    expect(body).toContain(`Person 03 ${a.canary}`);
    expect(body).toContain('Times of <!-- -->Europe/Amsterdam'.replace('<!-- -->', ''));
    expect(body).not.toContain('4711');
    expect(body).not.toContain(b.canary);
  });

  it('shows an HR partner views of ratings alone, whatever is asked for', async () => {
    const { body } = await page('hr_partner');
    expect(body).toContain('saw individual ratings');
    expect(body).not.toContain('changed settings');
    expect((await page('hr_partner', '?action=settings.change')).body).toContain('No entry matches');
  });

  it('opens for owners, administrators and HR partners only', async () => {
    expect((await page('admin')).status).toBe(200);
    expect((await page('director')).status).toBe(403);
    expect((await page('employee')).status).toBe(403);
  });

  it.each([
    ['?action=settings.change', true, false],
    [`?actor=user:${a.members.hr_partner.userId}`, false, true],
    [`?subject=employee:${a.person(3).employeeId}`, false, true],
    [`?subject=employee:${a.person(4).employeeId}`, false, false],
    [`?from=${a.today}&until=${a.today}`, true, true],
    ['?until=2020-01-01', false, false],
    ['?from=not-a-day', true, true],
  ])('%s narrows', async (search, settings, view) => {
    const { body } = await page('owner', search);
    const table = body.slice(body.indexOf('<tbody'), body.indexOf('</tbody'));
    expect([table.includes('changed settings'), table.includes('saw individual ratings')]).toEqual([
      settings,
      view,
    ]);
  });

  it('goes on by number, page after page', async () => {
    for (let people = 0; people < 60; people += 1) {
      await run(async (ctx) =>
        recordAudit(ctx, {
          action: 'figures.rebuild',
          subject: { kind: 'organization', id: a.organizationId },
          details: { people },
        }),
      );
    }
    const numbers: number[] = [];
    for (let search: string | undefined = '?action=figures.rebuild'; search; ) {
      const { body } = await page('owner', search);
      numbers.push(...[...body.matchAll(/>entry (?:<!-- -->)?(\d+)</g)].map(([, number]) => Number(number)));
      search = /href="\/o\/[^"]*audit(\?[^"]*)">Earlier entries/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(numbers).toHaveLength(60);
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
  });
});

describe('the export', () => {
  const exported = (member: string, search: string) =>
    web.send(`/o/${a.slug}/audit/export${search}`, { cookie: cookies[member] ?? '' });

  it('as JSON lines holds every entry and the head, with which the log can be verified later', async () => {
    const before = await readLog(run);
    const { status, headers, body } = await exported('owner', '?format=jsonl');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="audit-${a.slug}-${a.today}.jsonl"`);
    const lines = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { sequence, hash } = before.at(-1) ?? { sequence: 0, hash: '' };
    expect(lines.at(-1)).toEqual({ head: { sequence, hash } });
    expect(lines.slice(0, -1).map((line) => line.hash)).toEqual(before.map((entry) => entry.hash));
    const heads = readHeads(body, 'export');
    expect(await verifyAudit(run, heads)).toMatchObject({ sound: true });
    const cut = await verifyChain(before.slice(0, -2), { sha256, heads });
    expect(cut).toMatchObject({ sound: false, fault: 'cut' });
    const after = (await readLog(run)).slice(before.length);
    expect(after).toMatchObject([{ action: 'audit.export', actorId: a.members.owner.userId }]);
    expect(JSON.parse(after[0]?.details ?? '')).toMatchObject({ format: 'jsonl', head: { sequence, hash } });
  });

  it('as CSV is narrowed as the page is, and ends with the head', async () => {
    const { headers, body } = await exported('owner', '?format=csv&action=settings.change');
    expect(headers['content-type']).toContain('text/csv');
    const { header, rows } = readCsv(body, 'audit.csv');
    expect(header.slice(0, 3)).toEqual(['sequence', 'at', 'actor_kind']);
    expect(rows.map(({ values }) => values[4])).toEqual(['settings.change', 'head']);
    expect(rows[0]?.values[7]).toBe('{"changes":[{"after":8,"before":5,"field":"suppressionK"}]}');
  });

  it('gives an HR partner views alone, and nobody else anything', async () => {
    const { body } = await exported('hr_partner', '');
    const actions = readCsv(body, 'audit.csv').rows.map(({ values }) => values[4]);
    expect([...new Set(actions)].sort()).toEqual(['head', 'ratings.view']);
    expect((await exported('director', '')).status).toBe(403);
    expect((await exported('owner', '?format=xml')).status).toBe(422);
  });
});
