import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AuthContext } from '#db/tenancy';

/** One organization's rows of the schema auth; every text of it has the canary. */
export type AuthWorld = Awaited<ReturnType<typeof growAuthWorld>>;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Makes an organization with a row in each table of the schema auth that knows organizations. */
export async function growAuthWorld(
  ctx: AuthContext,
  { organizationId, slug }: { organizationId: string; slug: string },
) {
  const canary = `canary-${organizationId.slice(0, 8)}`;
  const [userId, formerId] = [randomUUID(), randomUUID()];
  const later = new Date('2999-01-01');
  const of = { organizationId };
  const rows = {
    organizationDirectory: { slug, name: canary },
    users: { userId, email: `${canary}@example.org`, name: canary },
    memberships: { userId, role: 'owner', teamScope: [] as string[] },
    formerMembers: { userId: formerId },
    formerSlugs: { slug: `former-${canary}`, endsAt: later },
    apiTokens: {
      ...{ tokenId: randomUUID(), tokenHash: hashOf(canary), name: canary, role: 'hr_partner' },
      ...{ teamScope: [] as string[], expiresAt: later, createdBy: userId, needsApproval: true },
    },
    invitations: {
      ...{ invitationId: randomUUID(), email: `invited-${canary}@example.org`, role: 'employee' },
      ...{ teamScope: [] as string[], invitedBy: userId, expiresAt: later, tokenHash: hashOf(`i${canary}`) },
    },
    expiredInvitation: {
      ...{ invitationId: randomUUID(), email: `expired-${canary}@example.org`, role: 'employee' },
      ...{ teamScope: [] as string[], invitedBy: userId, expiresAt: new Date(0), tokenHash: null },
    },
    ssoConnections: {
      ...{ issuer: `https://${canary}.example`, clientId: canary, sealedSecret: canary },
      ...{ joinRole: 'employee', enabled: true },
    },
    ssoDomains: { domain: `${canary}.example`, token: canary, verifiedAt: new Date(0) },
    ssoIdentities: { issuer: `https://${canary}.example`, subject: canary },
    cycleNotices: { cycleId: randomUUID(), name: canary, purpose: canary, closesOn: '2999-01-01' },
    ssoStates: {
      ...{ stateHash: hashOf(`s${canary}`), browserHash: hashOf(`b${canary}`), sealedChecks: canary },
      ...{ connectUserId: userId, nextPath: `/${canary}`, expiresAt: later },
    },
  };
  const { tx } = ctx;
  const former = { userId: formerId, email: `former-${canary}@example.org`, name: `former-${canary}` };
  await tx.insertInto('users').values([rows.users, former]).execute();
  await tx
    .updateTable('organizationDirectory')
    .set({ name: canary, secondFactorRequired: true, ssoRequired: true })
    .where('organizationId', '=', organizationId)
    .execute();
  await tx
    .insertInto('memberships')
    .values({ ...of, ...rows.memberships })
    .execute();
  await tx
    .insertInto('formerMembers')
    .values({ ...of, ...rows.formerMembers })
    .execute();
  await tx
    .insertInto('formerSlugs')
    .values({ ...of, ...rows.formerSlugs })
    .execute();
  const live = {
    ...rows.apiTokens,
    tokenId: randomUUID(),
    tokenHash: hashOf(`l${canary}`),
    needsApproval: false,
  };
  const tokens = [rows.apiTokens, live].map((token) => ({ ...of, ...token }));
  await tx.insertInto('apiTokens').values(tokens).execute();
  const invitations = [rows.invitations, rows.expiredInvitation].map((row) => ({ ...of, ...row }));
  await tx.insertInto('invitations').values(invitations).execute();
  const mail = { mailId: randomUUID(), kind: 'member-removed', subjectId: formerId };
  await tx
    .insertInto('mailQueue')
    .values({ ...of, ...mail })
    .execute();
  await tx
    .insertInto('ssoConnections')
    .values({ ...of, ...rows.ssoConnections })
    .execute();
  await tx
    .insertInto('ssoDomains')
    .values({ ...of, ...rows.ssoDomains })
    .execute();
  await tx
    .insertInto('ssoIdentities')
    .values({ ...of, ...rows.ssoIdentities, userId })
    .execute();
  await tx
    .insertInto('ssoStates')
    .values({ ...of, ...rows.ssoStates })
    .execute();
  await tx
    .insertInto('cycleNotices')
    .values({ ...of, ...rows.cycleNotices })
    .execute();
  const told = { letterId: randomUUID(), cycleId: rows.cycleNotices.cycleId, userId, sentOn: '2026-01-01' };
  await tx
    .insertInto('cycleLetters')
    .values({ ...of, ...told, isRated: true, owed: 1, closesOn: '2999-01-01' })
    .execute();
  const session = {
    sessionHash: hashOf(`h${canary}`),
    userId,
    method: 'sso',
    ssoOrganizationId: organizationId,
  };
  await tx
    .insertInto('sessions')
    .values({ ...session, expiresAt: later, absoluteExpiresAt: later })
    .execute();
  return { organizationId, canary, rows };
}

/** Tables of the schema auth with the column that names the organization. */
const KEYS = {
  organization_directory: 'organization_id',
  memberships: 'organization_id',
  former_members: 'organization_id',
  former_slugs: 'organization_id',
  api_tokens: 'organization_id',
  invitations: 'organization_id',
  mail_queue: 'organization_id',
  sso_connections: 'organization_id',
  sso_domains: 'organization_id',
  sso_identities: 'organization_id',
  sso_states: 'organization_id',
  cycle_notices: 'organization_id',
  cycle_letters: 'organization_id',
  sessions: 'sso_organization_id',
} as const;
export const AUTH_TABLES_OF_ORGANIZATIONS: readonly string[] = Object.keys(KEYS).sort();

/** All rows of an organization in the schema auth and its users, as one text. */
export async function storedInAuth(ctx: AuthContext, { organizationId, canary }: AuthWorld): Promise<string> {
  const found: string[] = [];
  for (const [table, key] of Object.entries(KEYS)) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(`auth.${table}`)} t
       where ${sql.ref(`t.${key}`)} = ${organizationId}::uuid order by 1`.execute(ctx.tx);
    found.push(table, ...rows.map(({ row }) => row));
  }
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(u)::text as row from auth.users u where name like ${`%${canary}`} order by 1`.execute(
    ctx.tx,
  );
  return [...found, ...rows.map(({ row }) => row)].join('\n');
}
