import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
import { findMember } from '../data/memberships';
import { listPasskeys } from '../data/passkeys';
import { countRecoveryCodes } from '../data/recovery-codes';
import { listSessions } from '../data/sessions';
import { findIdentitiesOf, isFormerMember } from '../data/sso-identities';
import { findTotpSecret } from '../data/totp-secrets';
import { findUser } from '../data/users';

interface Question {
  readonly organizationId: string;
  readonly userId: string;
  /** With what is the account's and no organization's: for the person alone, signed in to the whole account. */
  readonly whole: boolean;
}

/**
 * What is kept of somebody who signs in: the membership of one organization, and the account with its sessions and
 * second factors. Never what would open it: of passwords, codes and keys, that there are some. Null when the account is
 * gone.
 */
export async function getAccountRecord(
  database: Database,
  { organizationId, userId, whole }: Question,
): Promise<object | null> {
  return withAuth(database, async (ctx) => {
    const user = await findUser(ctx, userId);
    if (!user) return null;
    const membership = await membershipOf(ctx, organizationId, userId);
    return whole ? { ...membership, account: await accountOf(ctx, user) } : membership;
  });
}

async function membershipOf(ctx: AuthContext, organizationId: string, userId: string) {
  const member = await findMember(ctx, organizationId, userId);
  return {
    membership: member
      ? {
          role: member.role,
          teamScope: member.teamScope,
          grants: member.grants,
          lastSeenAt: member.lastSeenAt,
        }
      : null,
    formerMember: await isFormerMember(ctx, organizationId, userId),
    singleSignOn: await findIdentitiesOf(ctx, organizationId, userId),
  };
}

async function accountOf(
  ctx: AuthContext,
  { userId, name, email, passwordHash }: NonNullable<Awaited<ReturnType<typeof findUser>>>,
) {
  const app = await findTotpSecret(ctx, userId);
  return {
    name,
    email,
    hasPassword: passwordHash !== null,
    authenticatorAppSince: app?.confirmedAt ?? null,
    passkeys: (await listPasskeys(ctx, userId)).map((key) => ({
      name: key.name,
      createdAt: key.createdAt,
      lastUsedAt: key.lastUsedAt,
    })),
    recoveryCodesLeft: await countRecoveryCodes(ctx, userId),
    sessions: (await listSessions(ctx, userId)).map((session) => ({
      begunAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      endsAt: new Date(Math.min(session.expiresAt.getTime(), session.absoluteExpiresAt.getTime())),
      method: session.method,
      secondFactor: session.secondFactor,
      waitsForSecondFactor: session.stage === 'second_factor',
      browser: session.userAgent,
    })),
  };
}
