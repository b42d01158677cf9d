import { type SeededOrganization, seedOrganization } from '#test/factories/seed-organization';
import { TEST_PASSWORD, type TestWeb } from '#test/setup/web';
import { beginDraft } from '~/modules/frameworks/commands/begin-draft';

/** One of many organizations of the same web application. */
export interface Tenant {
  readonly organization: SeededOrganization;
  /** A draft of an own framework. */
  readonly draft: string;
}

/** The two organizations of the web application and as many more as make up the count. */
export async function seedTenants(web: TestWeb, count: number): Promise<Tenant[]> {
  const tenants: Tenant[] = [
    { organization: web.a, draft: web.drafts.a },
    { organization: web.b, draft: web.drafts.b },
  ];
  const passwordHash = await web.services.passwords.hash(TEST_PASSWORD);
  while (tenants.length < count) {
    const organization = await seedOrganization(web.db, { letter: 'm', passwordHash });
    const beginning = { soc: '33-9032.00', instrument: 'durable', copyOf: null } as const;
    const version = `${organization.canary} 1`;
    const draft = await web.db.tenant(organization.organizationId, (ctx) =>
      beginDraft(ctx, { ...beginning, version }),
    );
    tenants.push({ organization, draft });
  }
  return tenants;
}

/** The same web application with the one as its organization a and the other as its b. */
export function asSeenBy(web: TestWeb, own: Tenant, other: Tenant): TestWeb {
  const drafts = { a: own.draft, b: other.draft };
  const signInAs: TestWeb['signInAs'] = (member, of = own.organization) => web.signInAs(member, of);
  const token: TestWeb['token'] = (role, options) => web.token(role, { of: own.organization, ...options });
  return { ...web, a: own.organization, b: other.organization, drafts, signInAs, token };
}
