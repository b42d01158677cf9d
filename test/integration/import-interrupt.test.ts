import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '#bin/cadre/import-command';
import { inOperatorTransaction } from '#bin/cadre/operator-transaction';
import { catalogueFingerprint } from '#test/fixtures/sources/catalogue-fingerprint';
import { fixturePath } from '#test/fixtures/sources/read-source-file';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'cadre-interrupt-'));
});
afterAll(() => rm(folder, { recursive: true }));

function services() {
  const [out, err]: [string[], string[]] = [[], []];
  const told = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const given = { system: () => db.system, database: () => db.database, ...told };
  return { given, out: () => out.join('\n'), err: () => err.join('\n') };
}

describe('an import that is interrupted', () => {
  it('ends with 130, keeps the files before it and nothing of the one that was read', async () => {
    const stop = new AbortController();
    const { given, out, err } = services();
    const interrupted = {
      ...given,
      out: (text: string) => {
        given.out(text);
        stop.abort(new Error('stopped'));
      },
    };
    const places = [fixturePath('crosswalk.csv'), fixturePath('wages.csv')];
    expect(await runImport(interrupted, places, { signal: stop.signal })).toBe(130);
    expect(out()).toContain('crosswalk.csv: cip soc crosswalk CIP 2020, SOC 2018: 6 rows');
    expect(err()).toMatch(/^Stopped at .*wages\.csv: nothing of it was kept/);
    const stored = await catalogueFingerprint(db);
    expect(stored['public.cip_soc_links']).toMatch(/^6 /);
    expect(stored['public.ai_figures']).toBe('0 ');
  });

  it('is taken back when it was interrupted before its transaction committed', async () => {
    const before = await catalogueFingerprint(db);
    const stop = new AbortController();
    const { given } = services();
    const work = inOperatorTransaction(
      given,
      async ({ tx }) => {
        await tx.insertInto('occupations').values({ soc: '99-0000.00', title: 'Nobody' }).execute();
        stop.abort(new Error('stopped'));
      },
      { signal: stop.signal },
    );
    await expect(work).rejects.toThrow('stopped');
    expect(await catalogueFingerprint(db)).toEqual(before);
  });
});

describe('a folder of sources', () => {
  it('keeps each file that is right, and says which were kept and which not', async () => {
    await cp(fixturePath('wages.csv'), path.join(folder, 'a.csv'));
    await writeFile(
      path.join(folder, 'b.csv'),
      'CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\r\n43.0112,Guarding\r\n',
    );
    const { given, out, err } = services();
    expect(await runImport(given, [folder], {})).toBe(1);
    expect(out()).toMatch(/kept: .*a\.csv; not imported: .*b\.csv$/);
    expect(err()).toContain('b.csv:2: ');
    expect((await catalogueFingerprint(db))['public.ai_figures']).not.toBe('0 ');
  });
});
