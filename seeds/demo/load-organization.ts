import { randomBytes } from 'node:crypto';
import type { Database } from '#db/database';
import { type TenantContext, withTenant } from '#db/tenancy';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { upsertCycle } from '~/modules/assessments/commands/upsert-cycle';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { addMember } from '~/modules/organizations/commands/add-member';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importTargets } from '~/modules/people/commands/import-targets';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { demoAssessmentsCsv, employeesCsv, targetsCsv } from './csv';
import { loadOpenCycle } from './load-open-cycle';
import { loadPositions } from './load-positions';
import type { DemoOrganization, SignIn } from './organizations/demo-organization';

export interface PasswordHasher {
  hash(password: string): Promise<string>;
}

export interface LoadedSignIn {
  readonly organization: string;
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface Options {
  readonly database: Database;
  readonly passwords: PasswordHasher;
  readonly today: string;
}

const ACTOR = { kind: 'operator', id: 'demo' } as const;
const IMPORTED_BY = 'demo';
const LIMIT_MS = 300_000;

/** Makes one demo organization through the commands of the product; returns its sign-ins with new passwords. */
export async function loadDemoOrganization(
  options: Options,
  demo: DemoOrganization,
): Promise<LoadedSignIn[]> {
  const { database, today } = options;
  const organizationId = await createOrganization(database, demo);
  const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(database, { organizationId, actor: ACTOR, limitMs: LIMIT_MS }, work);
  const given = { today, importedBy: IMPORTED_BY };
  await inTenant((ctx) =>
    importEmployees(ctx, { file: 'employees.csv', text: employeesCsv(demo.employees), ...given }),
  );
  await inTenant((ctx) =>
    importTargets(ctx, {
      file: 'targets.csv',
      text: targetsCsv(demo.targets),
      dimensions: DIMENSIONS,
      ...given,
    }),
  );
  await inTenant(async (ctx) => {
    for (const cycle of demo.cycles) {
      await upsertCycle(ctx, { ...cycle, state: 'closed', instruments: ['durable', 'ai_use', 'mastery'] });
    }
  });
  await inTenant((ctx) =>
    importAssessments(ctx, { file: 'assessments.csv', text: demoAssessmentsCsv(demo.assessments), ...given }),
  );
  const signIns: LoadedSignIn[] = [];
  let hrPartner: string | null = null;
  let director: { readonly userId: string; readonly externalId: string } | null = null;
  for (const signIn of demo.signIns) {
    const password = randomBytes(12).toString('base64url');
    const userId = await addSignIn(signIn, { ...options, organizationId, password, inTenant });
    if (signIn.role === 'hr_partner') hrPartner = userId;
    const externalId = signIn.employeeExternalId;
    if (signIn.role === 'director' && externalId) director = { userId, externalId };
    const { role, name, email } = signIn;
    signIns.push({ organization: demo.slug, role, name, email, password });
  }
  const author = hrPartner === null ? ACTOR : ({ kind: 'user', id: hrPartner } as const);
  await withTenant(database, { organizationId, actor: author, limitMs: LIMIT_MS }, (ctx) =>
    loadPositions(ctx, demo, today),
  );
  if (hrPartner !== null)
    await loadOpenCycle({ database, organizationId, today }, demo, { hrPartner, director });
  return signIns;
}

interface SignInOptions extends Options {
  readonly organizationId: string;
  readonly password: string;
  readonly inTenant: <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;
}

async function addSignIn(signIn: SignIn, options: SignInOptions): Promise<string> {
  const { database, passwords, organizationId, password, inTenant, today } = options;
  const { email, name, role, teamPath, employeeExternalId } = signIn;
  const tree = teamPath ? await inTenant((ctx) => getTeamTree(ctx, today)) : [];
  const teamScope = tree.filter((team) => team.path === teamPath).map((team) => team.teamId);
  const passwordHash = await passwords.hash(password);
  const userId = await addMember(database, { organizationId, email, name, role, teamScope, passwordHash });
  if (employeeExternalId)
    await inTenant((ctx) => linkSignIn(ctx, { externalId: employeeExternalId, userId }));
  return userId;
}
