import { type AliasableExpression, type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { AuthTables } from '#db/tables';
import type { AuthContext } from '#db/tenancy';
import type { FactorPolicy } from '../domain/admission';

/** What an organization asks of whoever signs in. */
export type SignInPolicy = Omit<FactorPolicy, 'breakGlass'>;

/** The policy of one organization. */
export async function findSignInPolicy(
  ctx: AuthContext,
  organizationId: string,
): Promise<SignInPolicy | undefined> {
  return ctx.tx
    .selectFrom('organizationDirectory')
    .select(['secondFactorRequired', 'ssoRequired'])
    .where('organizationId', '=', organizationId)
    .executeTakeFirst();
}

export async function updateSecondFactorRequired(
  ctx: AuthContext,
  organizationId: string,
  secondFactorRequired: boolean,
): Promise<void> {
  await ctx.tx
    .updateTable('organizationDirectory')
    .set({ secondFactorRequired })
    .where('organizationId', '=', organizationId)
    .execute();
}

/** The policies under which a user stands, one for each membership, with the organization's name. */
export async function listPoliciesOf(
  ctx: AuthContext,
  userId: string,
): Promise<(FactorPolicy & { readonly name: string })[]> {
  return ctx.tx
    .selectFrom('memberships')
    .innerJoin('organizationDirectory', 'organizationDirectory.organizationId', 'memberships.organizationId')
    .select(['organizationDirectory.secondFactorRequired', 'organizationDirectory.ssoRequired'])
    .select(['memberships.breakGlass', 'organizationDirectory.name'])
    .where('memberships.userId', '=', userId)
    .orderBy('organizationDirectory.name')
    .execute();
}

/** Whether a user has a second factor of their own. */
export async function hasSecondFactor(ctx: AuthContext, userId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('users')
    .select('userId')
    .where('userId', '=', userId)
    .where((eb) => secondFactorOf(ctx, eb.ref('users.userId')))
    .executeTakeFirst();
  return row !== undefined;
}

/** The condition that the user has a second factor of their own, for a query of the same context. */
export function secondFactorOf(ctx: AuthContext, userId: Expression<string>): AliasableExpression<SqlBool> {
  const app = ctx.tx
    .selectFrom('totpSecrets')
    .select('totpSecrets.userId')
    .where('totpSecrets.userId', '=', userId)
    .where('totpSecrets.confirmedAt', 'is not', null);
  const passkey = ctx.tx
    .selectFrom('passkeys')
    .select('passkeys.userId')
    .where('passkeys.userId', '=', userId);
  const eb = expressionBuilder<AuthTables, never>();
  return eb.or([eb.exists(app), eb.exists(passkey)]);
}
