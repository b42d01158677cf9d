import type postgres from 'postgres';
import { assessmentsCsv, employeesCsv, targetsCsv } from '#seeds/demo/csv';
import { planOrganization } from '#test/factories/canary-organization';
import { computeFigures, type SeededOrganization } from '#test/factories/seed-organization';
import { fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import type { TestWeb } from '#test/setup/web';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { addMember } from '~/modules/organizations/commands/add-member';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importTargets } from '~/modules/people/commands/import-targets';

interface World {
  readonly web: TestWeb;
  readonly admin: postgres.Sql;
  readonly random: SeededRandom;
  readonly turn: number;
}

type Change = (world: World) => Promise<unknown>;

/** The files of a plan with organization a's own texts and numbers, for organization b. */
const planLike = ({ a }: TestWeb) => planOrganization(a.canary, a.today);
const given = ({ a }: TestWeb) => ({ today: a.today, importedBy: `Operator ${a.canary}`, file: 'file.csv' });
const inB = <T>({ db, b }: TestWeb, work: Parameters<typeof db.tenant<T>>[1]) =>
  db.tenant(b.organizationId, work);

/** What may differ in organization b alone: much of it with the very names and numbers of organization a. */
const CHANGES: Readonly<Record<string, Change>> = {
  'people with the numbers of the other': async ({ web, random }) => {
    const people = planLike(web).employees.filter((_, index) => index < 3 || random.chance(0.6));
    const known = new Set(people.map((person) => person.external_id));
    const rows = people.map((person) => ({
      ...person,
      title: `Title ${random.below(1_000)}`,
      manager_external_id: known.has(person.manager_external_id) ? person.manager_external_id : '',
    }));
    await inB(web, (ctx) => importEmployees(ctx, { ...given(web), text: employeesCsv(rows) }));
  },
  'ratings of them': async ({ web, random, admin }) => {
    const people = await admin<{ id: string }[]>`
      select external_id as id from employees where organization_id = ${web.b.organizationId}`;
    const known = new Set(people.map(({ id }) => id));
    const rows = planLike(web)
      .assessments.filter((row) => known.has(row.employee_external_id))
      .filter((row) => !row.rater_external_id || known.has(row.rater_external_id))
      .map((row) => ({ ...row, level: String(random.below(5)), evidence: `Seen ${random.below(1_000)}` }));
    if (rows.length > 0)
      await inB(web, (ctx) => importAssessments(ctx, { ...given(web), text: assessmentsCsv(rows) }));
  },
  targets: async ({ web, random }) => {
    const rows = planLike(web).targets.map((row) => ({ ...row, level: String(1 + random.below(4)) }));
    await inB(web, (ctx) => importTargets(ctx, { ...given(web), text: targetsCsv(rows) }));
  },
  'figures and a release': async ({ web }) => {
    await computeFigures(web.db, web.b.organizationId);
    await inB(web, (ctx) => makeRelease(ctx, 'month_end'));
  },
  'an own framework under the same version': async ({ web, turn }) => {
    const text = fixtureText(LER_FIXTURE)
      .replaceAll('Gate registers', `Gate ${turn} registers`)
      .replaceAll('v.26.04', turn === 0 ? 'v.26.04' : `v.26.04.${turn}`);
    const file = { name: LER_FIXTURE, checksum: String(turn).padStart(64, '0') };
    await inB(web, (ctx) => importFramework({ scope: 'own', ctx }, parseLerJson(text, LER_FIXTURE), file));
  },
  'a member': async ({ web, turn }) => {
    const { organizationId } = web.b;
    const who = { email: `world${turn}@example.test`, name: `World ${turn}`, passwordHash: 'none' };
    await addMember(web.db.database, { ...who, organizationId, role: 'owner', teamScope: [] });
  },
  settings: ({ web, admin, random }) =>
    admin`update organizations set suppression_k = ${5 + random.below(6)} where organization_id = ${web.b.organizationId}`,
  'a long task': ({ web }) =>
    inB(web, (ctx) => startOperation(ctx, { kind: 'import-source', input: { canary: web.b.canary } })),
  'its name': ({ web, admin, turn }) =>
    admin`update auth.organization_directory set name = ${`Name ${turn}`} where organization_id = ${web.b.organizationId}`,
};

/** Changes organization b in a few ways that the draws choose; resolves to their names. */
export async function changeOther(world: World): Promise<string[]> {
  const names = Object.keys(CHANGES).filter(() => world.random.chance(0.6));
  for (const name of names) await CHANGES[name]?.(world);
  return names;
}

/**
 * A log that is the same for each question: what is answered leaves entries, one or none for a view that came within a
 * minute of the last one, so that they depend on how long things took. Gives what takes away all that came since.
 */
export async function keepLog(
  admin: postgres.Sql,
  { organizationId }: SeededOrganization,
): Promise<() => Promise<void>> {
  const [last] = await admin<{ sequence: string }[]>`
    select coalesce(max(sequence), 0)::text as sequence from audit_entries where organization_id = ${organizationId}`;
  const sequence = last?.sequence ?? '0';
  return async () => {
    await admin`delete from audit_personal_values where organization_id = ${organizationId} and sequence > ${sequence}::bigint`;
    await admin`delete from audit_entries where organization_id = ${organizationId} and sequence > ${sequence}::bigint`;
  };
}
