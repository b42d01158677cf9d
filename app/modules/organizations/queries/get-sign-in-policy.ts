import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { listMemberDetails } from '../data/memberships';
import { findSignInPolicy, type SignInPolicy } from '../data/sign-in-policies';

/** What an organization asks of whoever signs in, and how many of its members have what. */
export interface SignInPolicyView extends SignInPolicy {
  readonly members: number;
  /** Members who have no second factor of their own. */
  readonly without: number;
  /** Whether the reader has one. */
  readonly readerHas: boolean;
}

/** Throws NotFound. */
export async function getSignInPolicy(
  database: Database,
  { organizationId, userId }: { readonly organizationId: string; readonly userId: string },
): Promise<SignInPolicyView> {
  return withAuth(database, async (ctx) => {
    const policy = await findSignInPolicy(ctx, organizationId);
    if (!policy) throw new NotFound('There is no such organization.');
    const members = await listMemberDetails(ctx, organizationId);
    const having = members.filter(({ hasSecondFactor }) => hasSecondFactor);
    return {
      ...policy,
      members: members.length,
      without: members.length - having.length,
      readerHas: having.some((member) => member.userId === userId),
    };
  });
}
