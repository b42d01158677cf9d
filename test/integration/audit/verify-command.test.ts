import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { runVerify } from '#bin/cadre/audit-commands';
import { headsFile, readPublishedHeads } from '#jobs/audit-heads';
import { publishHeads } from '#jobs/tasks/publish-audit-heads';
import { openTestDatabase } from '#test/setup/database';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { listAuditEntries } from '~/modules/organizations/queries/list-audit-entries';
import { EXPORT_FORMATS } from '~/routes/o.$org.audit.export/export-lines';
import { InvalidInput } from '~/shared/errors';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
const folder = await mkdtemp(path.join(tmpdir(), 'cadre-audit-'));
afterAll(async () => {
  await admin.end();
  await rm(folder, { recursive: true });
});

async function organization(entries: number) {
  const { organizationId, slug } = await db.newOrganization();
  const dataDir = await mkdtemp(path.join(folder, 'data-'));
  const add = (people: number) =>
    db.tenant(organizationId, async (ctx) => {
      const subject = { kind: 'organization', id: organizationId } as const;
      recordAudit(ctx, { action: 'figures.rebuild', subject, details: { people } });
    });
  for (let people = 0; people < entries; people += 1) await add(people);
  const verify = async (options: { head?: string; json?: boolean } = {}) => {
    const [out, err]: [string[], string[]] = [[], []];
    const services = {
      database: () => db.database,
      environment: { DATA_DIR: dataDir },
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
    };
    const code = await runVerify(services, { org: slug, ...options });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return { organizationId, slug, dataDir, add, verify };
}

describe('cadre audit verify', () => {
  it('says that a log is sound, and what cannot be told without a published head', async () => {
    const { slug, verify } = await organization(3);
    const { code, out, err } = await verify();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`The audit log of ${slug} is sound: 3 entries, 0 published heads checked.`);
    expect(out).toContain('Without a published head');
    expect(JSON.parse((await verify({ json: true })).out)).toMatchObject({
      sound: true,
      entries: 3,
      heads: 0,
    });
  });

  it('names the first bad entry and fails', async () => {
    const { organizationId, slug, verify } = await organization(4);
    await admin`update audit_entries set actor_id = 'x' where organization_id = ${organizationId} and sequence = 2`;
    await admin`delete from audit_entries where organization_id = ${organizationId} and sequence = 4`;
    expect(await verify()).toEqual({
      code: 1,
      out: '',
      err: `The audit log of ${slug} is not sound: entry 2 was altered: it is not what its hash says.`,
    });
  });

  it('finds a cut tail by the heads that the hourly job published', async () => {
    const { organizationId, dataDir, add, verify } = await organization(3);
    await publishHeads(db.database, dataDir);
    await publishHeads(db.database, dataDir);
    await add(9);
    await publishHeads(db.database, dataDir);
    const file = headsFile(dataDir, organizationId);
    expect((await readPublishedHeads(file)).map(({ sequence }) => sequence)).toEqual([3, 4]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await verify()).code).toBe(0);
    await admin`delete from audit_entries where organization_id = ${organizationId} and sequence > 3`;
    expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining('entry 4 is missing') });
    // The same log against what was published before: sound.
    const early = path.join(dataDir, 'early.jsonl');
    await writeFile(early, (await readFile(file, 'utf8')).split('\n')[0] ?? '');
    expect((await verify({ head: early })).code).toBe(0);
  });

  it('checks each line of an export that serves as head', async () => {
    const { organizationId, dataDir, verify } = await organization(4);
    const file = path.join(dataDir, 'audit.jsonl');
    const { entries } = await db.tenant(organizationId, (ctx) =>
      listAuditEntries(ctx, { reach: 'all', filter: { zone: 'UTC' }, page: { after: 0, limit: 10 } }),
    );
    const { entry, last } = EXPORT_FORMATS.jsonl;
    const words = {
      who: 'Jo Berg',
      what: 'had all figures computed again',
      about: 'Quay',
      details: ['People: 1'],
    };
    const lines = [...entries.map((one) => entry(one, words)), last(entries.at(-1) ?? null)];
    const verifyLines = async (changed: readonly string[]) => {
      await writeFile(file, changed.join(''));
      return verify({ head: file });
    };
    expect(await verifyLines(lines)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/, 4, is what its hash says\.$/),
    });
    // Narrowed: a gap is told, and no fault.
    const narrowed = await verifyLines(lines.filter((_, index) => index !== 1));
    expect(narrowed).toMatchObject({
      code: 0,
      out: expect.stringContaining('does not hold 1 of the entries'),
    });
    const bad: [number, string[]][] = [
      [2, lines.map((text) => text.replace('{"people":1}', '{"people":7}'))],
      [3, lines.map((text, at) => (at === 2 ? text.replace('"hash"', '"note":"x","hash"') : text))],
      [2, [1, 0, 2, 3].map((at) => lines[at] ?? '')],
    ];
    for (const [line, changed] of bad) {
      await expect(verifyLines(changed)).rejects.toThrow(`not as it was exported: line ${line} `);
    }
  });

  it('says of an export as CSV what to take instead', async () => {
    const { dataDir, verify } = await organization(1);
    const file = path.join(dataDir, 'audit.csv');
    await writeFile(file, EXPORT_FORMATS.csv.first);
    await expect(verify({ head: file })).rejects.toThrow('is an export as CSV: export the audit log as JSON');
  });

  it('refuses a file that holds no heads, with the line', async () => {
    const { dataDir, verify } = await organization(1);
    const file = path.join(dataDir, 'wrong.txt');
    await writeFile(file, '\nnot a head\n');
    await expect(verify({ head: file })).rejects.toMatchObject({ errors: [{ pointer: `${file}:2` }] });
    await writeFile(file, '');
    await expect(verify({ head: file })).rejects.toThrow(InvalidInput);
    await expect(verify({ head: path.join(dataDir, 'absent') })).rejects.toThrow(InvalidInput);
  });
});
