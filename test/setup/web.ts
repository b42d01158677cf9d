import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll } from 'vitest';
import { freePort } from '#db/embedded/free-port';
import { seedReference } from '#seeds/run';
import type { MemberKey } from '#test/factories/canary-organization';
import { prepareCuts, type SeededOrganization, seedOrganization } from '#test/factories/seed-organization';
import { fixtureText, LER_FIXTURE } from '#test/fixtures/frameworks/read-framework-file';
import { readEnvironment } from '~/env.server';
import type { Services } from '~/http/app-context';
import { createExpressApp } from '~/http/express-app.server';
import { createPasswordKeeper } from '~/http/password.server';
import { checkReadiness } from '~/http/readiness.server';
import { createSessionKeeper } from '~/http/session.server';
import { createKeyedHash } from '~/keyed-hash.server';
import { createTitleMatching } from '~/matching/title-matching';
import { beginDraft } from '~/modules/frameworks/commands/begin-draft';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import { parseLerJson } from '~/modules/frameworks/domain/parse-ler-json';
import { createApiToken } from '~/modules/organizations/commands/create-api-token';
import type { Role } from '~/modules/organizations/domain/role';
import { createFileScanner } from '~/scan/create-file-scanner.server';
import { createSealer } from '~/sealing.server';
import { openTestDatabase, type TestDatabase } from './database';
import { type Answer, form, type Sent, send } from './http-client';
import { keepLogLines } from './log-lines';
import { TEST_PEPPER } from './test-peppers';
import { withBuild } from './web-build';

export const TEST_PASSWORD = 'correct horse battery staple';

export interface TokenOptions {
  /** Organization a when left out. */
  readonly of?: SeededOrganization;
  readonly teamScope?: readonly string[];
  readonly days?: number;
  /** false: the worker has not yet prepared the released figures of the new token. */
  readonly prepared?: boolean;
}

export interface TestWeb {
  readonly origin: string;
  readonly db: TestDatabase;
  readonly services: Services;
  readonly a: SeededOrganization;
  readonly b: SeededOrganization;
  /** A draft of an own framework of each organization; its version label begins with the canary. */
  readonly drafts: { readonly a: string; readonly b: string };
  /** Every line that the web process has logged, as JSON text. */
  readonly logLines: readonly string[];
  send(path: string, sent?: Sent): Promise<Answer>;
  /** Signs in through the page; the value of the Cookie header. */
  signIn(email: string): Promise<string>;
  /** Signs in as a member of an organization, `a` when left out. */
  signInAs(member: MemberKey, of?: SeededOrganization): Promise<string>;
  /** A new bearer token. */
  token(role: Role, options?: TokenOptions): Promise<string>;
}

interface WebOptions {
  /** Variables of the environment beside port and host. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The whole web application on a free loopback port over a database of its own, with two organizations. It is the
 * Express application that the server runs; routes and pages come from the build, which is renewed when it is stale.
 */
export async function openTestWeb({ env = {} }: WebOptions = {}): Promise<TestWeb> {
  const db = await openTestDatabase();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const environment = readEnvironment({ NODE_ENV: 'production', PORT: String(port), ...env });
  const { logger, lines } = keepLogLines('web');
  const services: Services = {
    database: db.database,
    environment,
    logger,
    sessions: createSessionKeeper(db.database, { secure: true }),
    passwords: createPasswordKeeper({ passwordPeppers: [TEST_PEPPER] }),
    sealer: createSealer({ passwordPeppers: [TEST_PEPPER] }),
    keyedHash: createKeyedHash({ passwordPeppers: [TEST_PEPPER] }),
    titles: createTitleMatching((error) => logger.error({ error }, 'the matching of titles broke off')),
    scanner: createFileScanner(environment, logger),
    readiness: () => checkReadiness(db.database),
  };
  await seedCatalogue(db);
  const passwordHash = await services.passwords.hash(TEST_PASSWORD);
  const a = await seedOrganization(db, { letter: 'a', passwordHash });
  const b = await seedOrganization(db, { letter: 'b', passwordHash });
  const drafts = { a: await addDraft(db, a), b: await addDraft(db, b) };
  await listen(createServer(await withBuild(() => createExpressApp(services))), port);
  const to = (path: string, sent?: Sent) => send(`${origin}${path}`, sent);
  const signIn = (email: string) => signInThroughPage({ origin, to, email });
  return {
    origin,
    db,
    services,
    a,
    b,
    drafts,
    logLines: lines,
    send: to,
    signIn,
    signInAs: (member, of = a) => signIn(of.members[member].email),
    async token(role, { of = a, teamScope = [], days = 1, prepared = true } = {}) {
      const { organizationId, canary } = of;
      const token = { organizationId, name: `Token ${canary}`, role, teamScope, days };
      const value = await createApiToken(db.database, token);
      if (prepared) await prepareCuts(db, organizationId);
      return value;
    },
  };
}

async function addDraft(
  db: TestDatabase,
  { organizationId, canary }: Pick<SeededOrganization, 'organizationId' | 'canary'>,
): Promise<string> {
  const beginning = {
    soc: '33-9032.00',
    instrument: 'durable',
    version: `${canary} 1`,
    copyOf: null,
  } as const;
  return db.tenant(organizationId, (ctx) => beginDraft(ctx, beginning));
}

async function seedCatalogue(db: TestDatabase): Promise<void> {
  await seedReference(db.system);
  const text = fixtureText(LER_FIXTURE);
  const checksum = createHash('sha256').update(text).digest('hex');
  await importSharedFramework(db.system, parseLerJson(text, LER_FIXTURE), { name: LER_FIXTURE, checksum });
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

interface SignIn {
  readonly origin: string;
  readonly to: TestWeb['send'];
  readonly email: string;
}

async function signInThroughPage({ origin, to, email }: SignIn): Promise<string> {
  const answer = await to('/login', form(origin, { email, password: TEST_PASSWORD, next: '/o' }));
  const [cookie] = answer.cookies;
  if (answer.status !== 302 || !cookie) throw new Error(`sign-in of ${email} gave ${answer.status}`);
  return cookie;
}
