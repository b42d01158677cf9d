import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandServices } from '#bin/cadre/command-connections';
import { runImport } from '#bin/cadre/import-command';
import { organizationCommands } from '#bin/cadre/organization-commands';
import { seedReference } from '#seeds/run';
import { fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { openTestDatabase } from '#test/setup/database';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { listCommandLineTokens } from '~/modules/organizations/queries/list-command-line-tokens';
import { readLog } from './tamper';

const db = await openTestDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'cadre-recorded-'));
afterAll(() => rm(folder, { recursive: true }));
const { organizationId, slug } = await db.newOrganization();
const run: Parameters<typeof readLog>[0] = (work) => db.tenant(organizationId, work);
const out: string[] = [];
const services = {
  system: () => db.system,
  database: () => db.database,
  out: (text: string) => void out.push(text),
  err: (text: string) => void out.push(text),
} as Partial<CommandServices> as CommandServices;

beforeAll(async () => {
  await seedReference(db.system);
});

/** What the work added to the log. */
async function added(work: () => Promise<unknown>) {
  const before = (await readLog(run)).length;
  await work();
  return (await readLog(run))
    .slice(before)
    .map(({ actorKind, actorId, action, subjectKind, subjectId, details }) => ({
      actor: `${actorKind}:${actorId}`,
      action,
      subject: `${subjectKind}:${subjectId}`,
      details: JSON.parse(details),
    }));
}

async function file(name: string, text: string): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, text);
  return place;
}

const OPERATOR = { actor: 'operator:command-line' };
const PEOPLE = `external_id,name,email,title,team,manager_external_id,site,occupation,role_band,started_on
E1,Ada Berg,,Guard,Security,,,33-9032.00,2,2020-01-01
`;
const RATINGS = 'employee_external_id,rater,assessed_on,dimension,level\nE1,self,2026-01-01,leadership,2\n';

it('imports at the command line are recorded with their counts, never with a name; a dry run is not', async () => {
  const people = await file('people.csv', PEOPLE);
  expect(await added(() => runImport(services, [people], { org: slug, dryRun: true }))).toEqual([]);
  const subject = `organization:${organizationId}`;
  const entries = await added(() => runImport(services, [people], { org: slug }));
  expect(entries).toMatchObject([
    { ...OPERATOR, action: 'employees.import', subject, details: { created: 1 } },
  ]);
  const ratings = await file('ratings.csv', RATINGS);
  expect(await added(() => runImport(services, [ratings], { org: slug }))).toMatchObject([
    { ...OPERATOR, action: 'assessments.import', subject },
  ]);
  const framework = await file('ler.json', fixtureText(LER_FIXTURE));
  expect(await added(() => runImport(services, [framework], { org: slug }))).toMatchObject([
    { ...OPERATOR, action: 'framework.import', details: { changed: true } },
  ]);
  const log = JSON.stringify(await readLog(run));
  expect(log).not.toContain('Ada Berg');
});

it('a token, a rebuild and a release are recorded', async () => {
  const [token, rebuild] = organizationCommands(services);
  const made = await added(
    () =>
      token?.parseAsync(['create', '--org', slug, '--role', 'executive', '--days', '7'], { from: 'user' }) ??
      Promise.resolve(),
  );
  expect(made).toMatchObject([
    { ...OPERATOR, action: 'token.create', details: { role: 'executive', teamScope: [], days: 7 } },
  ]);
  expect(await run(listCommandLineTokens)).toEqual(new Set([made[0]?.subject.slice('token:'.length)]));
  expect(out.join('\n')).toMatch(/cadre_[A-Za-z0-9_-]{40,}/);
  expect(JSON.stringify(await readLog(run))).not.toContain('cadre_');
  token?.commands[0]?.exitOverride().configureOutput({ writeErr: () => {} });
  const tooLong = ['create', '--org', slug, '--role', 'executive', '--days', '366'];
  await expect(token?.parseAsync(tooLong, { from: 'user' })).rejects.toThrow('from 1 to 365');
  const rebuilt = await added(
    () => rebuild?.parseAsync(['--org', slug], { from: 'user' }) ?? Promise.resolve(),
  );
  expect(rebuilt).toMatchObject([{ action: 'figures.rebuild', details: { people: 1 } }]);
  const released = await added(() => run((ctx) => makeRelease(ctx, 'first')));
  expect(released).toMatchObject([{ action: 'release.make', details: { reason: 'first' } }]);
});
