import type { AuthContext } from '#db/tenancy';
import type { JoinRole } from '../domain/sso/connection';

/** An organization's identity provider as stored. */
export interface ConnectionRow {
  readonly organizationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly sealedSecret: string;
  /** What somebody becomes who comes for the first time; null: nobody joins by coming. */
  readonly joinRole: JoinRole | null;
  readonly enabled: boolean;
  /** When somebody first came in through it as it is now. */
  readonly provenAt: Date | null;
}

const columns = [
  'organizationId',
  'issuer',
  'clientId',
  'sealedSecret',
  'joinRole',
  'enabled',
  'provenAt',
] as const;

export async function findConnection(
  ctx: AuthContext,
  organizationId: string,
): Promise<ConnectionRow | undefined> {
  const row = await ctx.tx
    .selectFrom('ssoConnections')
    .select(columns)
    .where('organizationId', '=', organizationId)
    .executeTakeFirst();
  return row as ConnectionRow | undefined;
}

/** The organization with this slug, when people may come in through its identity provider now. */
export async function findOpenConnection(
  ctx: AuthContext,
  slug: string,
): Promise<{ readonly organizationId: string; readonly name: string; readonly issuer: string } | undefined> {
  return ctx.tx
    .selectFrom('ssoConnections')
    .innerJoin(
      'organizationDirectory',
      'organizationDirectory.organizationId',
      'ssoConnections.organizationId',
    )
    .select(['ssoConnections.organizationId', 'organizationDirectory.name', 'ssoConnections.issuer'])
    .where('organizationDirectory.slug', '=', slug)
    .where('ssoConnections.enabled', '=', true)
    .executeTakeFirst();
}

export async function upsertConnection(ctx: AuthContext, connection: ConnectionRow): Promise<void> {
  const { organizationId: _organization, ...values } = connection;
  await ctx.tx
    .insertInto('ssoConnections')
    .values(connection)
    .onConflict((conflict) => conflict.column('organizationId').doUpdateSet(values))
    .execute();
}

/** Says that somebody came in through the connection. */
export async function proveConnection(ctx: AuthContext, organizationId: string): Promise<void> {
  await ctx.tx
    .updateTable('ssoConnections')
    .set({ provenAt: ctx.now })
    .where('organizationId', '=', organizationId)
    .where('provenAt', 'is', null)
    .execute();
}

export async function updateSsoRequired(
  ctx: AuthContext,
  organizationId: string,
  ssoRequired: boolean,
): Promise<void> {
  await ctx.tx
    .updateTable('organizationDirectory')
    .set({ ssoRequired })
    .where('organizationId', '=', organizationId)
    .execute();
}

/** Makes exactly these members, as far as they are owners, those who may come in without single sign-on. */
export async function updateBreakGlass(
  ctx: AuthContext,
  organizationId: string,
  userIds: readonly string[],
): Promise<void> {
  await ctx.tx
    .updateTable('memberships')
    .set({ breakGlass: false })
    .where('organizationId', '=', organizationId)
    .execute();
  if (userIds.length === 0) return;
  await ctx.tx
    .updateTable('memberships')
    .set({ breakGlass: true })
    .where('organizationId', '=', organizationId)
    .where('role', '=', 'owner')
    .where('userId', 'in', [...userIds])
    .execute();
}

/** The members who may come in without single sign-on. */
export async function listBreakGlass(ctx: AuthContext, organizationId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('memberships')
    .select('userId')
    .where('organizationId', '=', organizationId)
    .where('breakGlass', '=', true)
    .orderBy('userId')
    .execute();
  return rows.map(({ userId }) => userId);
}

/** Ends every session that the organization's provider vouched for. */
export async function deleteSsoSessions(ctx: AuthContext, organizationId: string): Promise<void> {
  await ctx.tx.deleteFrom('sessions').where('ssoOrganizationId', '=', organizationId).execute();
}
