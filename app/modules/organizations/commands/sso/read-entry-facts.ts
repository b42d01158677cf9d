import type { AuthContext } from '#db/tenancy';
import type { VouchedPerson } from '~/sso/identity-provider';
import { findMember } from '../../data/memberships';
import type { ConnectionRow } from '../../data/sso-connections';
import { isVerifiedDomain } from '../../data/sso-domains';
import { findIdentity, hasIdentity, isFormerMember } from '../../data/sso-identities';
import { findUserByEmail } from '../../data/users';
import { emailAddress } from '../../domain/email-address';
import type { EntryFacts, KnownAccount } from '../../domain/sso/decide-entry';
import { domainOfEmail } from '../../domain/sso/email-domain';

interface Asked {
  readonly connection: ConnectionRow;
  readonly person: VouchedPerson;
  readonly connectUserId: string | null;
}

/** What the database knows of somebody for whom the organization's provider vouches. */
export async function readEntryFacts(
  ctx: AuthContext,
  { connection, person, connectUserId }: Asked,
): Promise<EntryFacts> {
  const { organizationId, joinRole } = connection;
  const { issuer, subject } = person;
  const identified = await findIdentity(ctx, { organizationId, issuer, subject });
  const email = await vouchedEmail(ctx, organizationId, person);
  const owner = email === null ? undefined : await findUserByEmail(ctx, email);
  const known = (userId: string) => knownAccount(ctx, { organizationId, issuer }, userId);
  return {
    identity: identified === undefined ? null : await known(identified),
    connecting: connectUserId === null ? null : await known(connectUserId),
    isAddressVouched: email !== null,
    account: owner ? await known(owner.userId) : null,
    joinRole,
  };
}

/** The address for which the provider vouches within a domain that the organization has shown to be its own. */
async function vouchedEmail(
  ctx: AuthContext,
  organizationId: string,
  { email: claimed, emailVerified }: VouchedPerson,
): Promise<string | null> {
  const email = claimed === null ? null : emailAddress(claimed);
  const domain = email === null ? null : domainOfEmail(email);
  if (!emailVerified || domain === null) return null;
  return (await isVerifiedDomain(ctx, organizationId, domain)) ? email : null;
}

async function knownAccount(
  ctx: AuthContext,
  { organizationId, issuer }: { readonly organizationId: string; readonly issuer: string },
  userId: string,
): Promise<KnownAccount> {
  return {
    userId,
    role: (await findMember(ctx, organizationId, userId))?.role ?? null,
    isFormer: await isFormerMember(ctx, organizationId, userId),
    hasOtherIdentity: await hasIdentity(ctx, { organizationId, issuer }, userId),
  };
}
