import type { MembersContext } from '#db/tenancy';
import { revokeWaitingTokensOf } from '../data/api-tokens';
import { recordAudit } from './record-audit';

/**
 * Revokes the tokens of one maker that nobody approved yet, when the maker administers the organization no more: there
 * is nobody left who answers for the wish. Tokens that work belong to the organization and stay.
 */
export async function revokeWaitingTokens(ctx: MembersContext, userId: string): Promise<void> {
  for (const id of await revokeWaitingTokensOf(ctx, ctx.organizationId, userId))
    recordAudit(ctx, { action: 'token.revoke', subject: { kind: 'token', id }, details: {} });
}
