import { withAuth } from '#db/tenancy';
import { assessmentsCsv, employeesCsv } from '#seeds/demo/csv';
import { computeFigures, prepareCuts } from '#test/factories/seed-organization';
import { fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { type Answer, form } from '#test/setup/http-client';
import type { TestWeb } from '#test/setup/web';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import type { FrameworkDocument } from '~/modules/frameworks/domain/document';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { addMember } from '~/modules/organizations/commands/add-member';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { addDays } from '~/shared/calendar-day';
import type { Payload } from './payloads';

export const SLUG = 'script-target';
const SOC = '33-9032.00';
const ROLES = ['owner', 'hr_partner', 'executive'] as const;
export type Reader = (typeof ROLES)[number];

/** Those who look at the planted organization. */
export type Readers = Readonly<Record<Reader, { readonly email: string; readonly cookie: string }>>;

const emailOf = (role: Reader) => `${role.replace('_', '-')}@script.example.test`;

export interface Planted {
  readonly readers: Readers;
  /** Of forms that were sent with payloads. */
  readonly answers: readonly Answer[];
}

/** An organization whose every imported text is a payload: people, evidence, frameworks, drafts, members, tasks. */
export async function plantPayloads(web: TestWeb, planted: readonly Payload[]): Promise<Planted> {
  const { db } = web;
  const text = turns(planted);
  const organizationId = await createOrganization(db.database, { slug: SLUG, name: text(), timeZone: 'UTC' });
  const today = web.a.today;
  const given = { today, importedBy: text() };
  const people = planted.map((payload, index) => personWith(payload, { index, text }));
  const ratings = planted.map((payload, index) => ratingWith(payload, { index, day: addDays(today, -20) }));
  await db.tenant(organizationId, async (ctx) => {
    await importEmployees(ctx, { ...given, file: text(), text: employeesCsv(people) });
    await importAssessments(ctx, { ...given, file: text(), text: assessmentsCsv(ratings) });
    await importFramework({ scope: 'own', ctx }, plantedDocument(planted), {
      name: text(),
      checksum: 'x'.repeat(64),
    });
    const { id } = await startOperation(ctx, { kind: 'import-source', input: {} });
    await finishOperation(ctx, id, {
      summary: planted.map((payload) => payload.text),
      link: { label: text(), path: text() },
    });
  });
  await computeFigures(db, organizationId);
  const { passwordHash } = await withAuth(db.database, ({ tx }) =>
    tx
      .selectFrom('users')
      .select('passwordHash')
      .where('email', '=', web.a.members.owner.email)
      .executeTakeFirstOrThrow(),
  );
  for (const role of ROLES) {
    const member = { email: emailOf(role), name: text(), passwordHash: passwordHash ?? '' };
    await addMember(db.database, { organizationId, ...member, role, teamScope: [] });
  }
  await prepareCuts(db, organizationId);
  const reader = async (role: Reader) => ({ email: emailOf(role), cookie: await web.signIn(emailOf(role)) });
  const readers = {
    owner: await reader('owner'),
    hr_partner: await reader('hr_partner'),
    executive: await reader('executive'),
  };
  return { readers, answers: await plantDraft(web, readers.hr_partner.cookie, text) };
}

/** The payloads one after the other, again from the first after the last. */
function turns(planted: readonly Payload[]): () => string {
  let next = 0;
  return () => planted[next++ % planted.length]?.text ?? '';
}

interface Planting {
  readonly index: number;
  readonly text: () => string;
}

function personWith({ text: payload }: Payload, { index, text }: Planting) {
  return {
    external_id: `${index} ${payload}`.slice(0, 100),
    name: payload,
    email: '',
    title: text(),
    team: payload.replaceAll('/', '|'),
    manager_external_id: '',
    site: text(),
    occupation: SOC,
    role_band: '2',
    started_on: '2020-01-01',
    ended_on: '',
    status: 'active',
    kind: 'employee',
    available: 'yes',
  } as const;
}

function ratingWith(
  { text: payload }: Payload,
  { index, day }: { readonly index: number; readonly day: string },
) {
  return {
    employee_external_id: `${index} ${payload}`.slice(0, 100),
    rater: 'self',
    rater_external_id: '',
    assessed_on: day,
    occupation: '',
    dimension: 'mastery',
    level: String(index % 5),
    evidence: payload,
    cycle: '',
  } as const;
}

/** Texts of a document that stand on pages; the others are codes and kinds. */
const TEXTS = [
  'title',
  'label',
  'behaviour',
  'caption',
  'contextCovered',
  'group',
  'licence',
  'attribution',
  'url',
];

/** The fixture with a payload in each text. The reader of files refuses such texts, so it is read before. */
function plantedDocument(planted: readonly Payload[]): FrameworkDocument {
  const next = turns(planted);
  const replaced = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => replaced(one, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, name)]));
    return typeof value === 'string' && TEXTS.includes(key) ? next() : value;
  };
  const document = parseLerJson(fixtureText(LER_FIXTURE), 'file');
  const anchors = planted.map(({ text }, position) => ({ kind: 'related_title' as const, position, text }));
  return { ...(replaced(document, '') as FrameworkDocument), anchors };
}

/** A draft through the pages themselves; what they answer shows the words again where they are refused. */
async function plantDraft(web: TestWeb, cookie: string, text: () => string): Promise<Answer[]> {
  const at = `/o/${SLUG}/frameworks`;
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    web.send(path, { ...form(web.origin, fields), cookie });
  const begun = await post(`${at}/new`, { soc: SOC, instrument: 'durable', version: 'v1', copyOf: '' });
  const place = String(begun.headers.location).replace(/\?.*/u, '');
  const words = { source: text(), licence: text(), attribution: text(), contextCovered: text() };
  const first = await post(place, { do: 'details', revision: '1', version: 'v1', address: '', ...words });
  const statement = { rank: '1', dimension: 'leadership', label: text(), behaviour: text() };
  const cited = { ...statement, 'source-0': text(), 'title-0': text() };
  return [first, await post(place, { do: 'add', revision: '2', ...cited })];
}
