import type { Database } from '#db/database';
import { enqueue } from '#jobs/enqueue';
import { Conflict, Forbidden, NotFound } from '~/shared/errors';
import {
  findTokenDetails,
  hasToken,
  listTokenDetails,
  updateTokenApproved,
  updateTokenRevoked,
} from '../data/api-tokens';
import { findMember } from '../data/memberships';
import { checkedRights, requireMayGive, requireTeamsCount } from '../domain/member-rights';
import { reachOf } from '../domain/permissions';
import { checkedToken, needsApproval, type WantedToken } from '../domain/token-rights';
import { changeAsAdministrator, type MemberViewer } from './change-as-administrator';
import { addApiToken } from './create-api-token';
import { recordAudit } from './record-audit';

/** Most tokens of one organization that are not revoked. */
const MOST_TOKENS = 200;

export interface TokenWish extends WantedToken {
  /** Chosen by the page, so that a form that is sent twice makes one token. */
  readonly tokenId: string;
  /** Ids of the teams that the organization has now. */
  readonly teams: ReadonlySet<string>;
}

/**
 * Makes a token for the API and gives it back once. One that shows what is known of single people waits until somebody
 * else approves it.
 * @throws InvalidInput naming the field; Forbidden for the role of an owner; Conflict when the form was sent before.
 */
export async function makeApiToken(
  database: Database,
  viewer: MemberViewer,
  { tokenId, teams, ...wish }: TokenWish,
): Promise<{ value: string; waits: boolean }> {
  const { name, days } = checkedToken(wish);
  requireTeamsCount(wish);
  const after = checkedRights({ role: wish.role, teamScope: wish.teamScope, grants: [] }, teams);
  const { role, teamScope } = after;
  return changeAsAdministrator(database, viewer, async (ctx, author) => {
    requireMayGive({ authorRole: author.role, isOwn: false, before: null, after });
    const { organizationId } = ctx;
    if (await hasToken(ctx, tokenId))
      throw new Conflict(
        'This token is made already. It was shown once; make another one if it was not kept.',
      );
    if ((await listTokenDetails(ctx, organizationId)).length >= MOST_TOKENS)
      throw new Conflict(`An organization has at most ${MOST_TOKENS} tokens. Revoke one first.`);
    const waits = needsApproval(after);
    const making = { createdBy: author.userId, needsApproval: waits };
    const value = await addApiToken(ctx, { tokenId, organizationId, name, role, teamScope, days }, making);
    if (!waits) await enqueue(ctx, 'prepare-release-cuts', {});
    const details = { role, teamScope: [...teamScope], days };
    recordAudit(ctx, { action: 'token.create', subject: { kind: 'token', id: tokenId }, details });
    return { value, waits };
  });
}

/**
 * Lets a token that waits open what it may.
 * @throws NotFound; Conflict when nothing waits, for its maker, or when the maker is no administrator here any more;
 * Forbidden for the role of an owner.
 */
export async function approveApiToken(
  database: Database,
  viewer: MemberViewer,
  tokenId: string,
): Promise<void> {
  await changeAsAdministrator(database, viewer, async (ctx, author) => {
    const token = await tokenOf(ctx, tokenId);
    if (!token.needsApproval) throw new Conflict('The token is approved already.');
    if (token.createdBy === author.userId)
      throw new Conflict('A token like this is approved by somebody else than its maker.');
    const maker = token.createdBy && (await findMember(ctx, ctx.organizationId, token.createdBy));
    if (!maker || reachOf(maker.role, 'organization:write') !== 'all')
      throw new Conflict('Whoever made the token is no administrator here any more. Revoke it.');
    if (token.expiresAt <= ctx.now) throw new Conflict('The token is over. Revoke it.');
    await updateTokenApproved(ctx, ctx.organizationId, { tokenId, approvedBy: author.userId });
    await enqueue(ctx, 'prepare-release-cuts', {});
    recordAudit(ctx, { action: 'token.approve', subject: { kind: 'token', id: tokenId }, details: {} });
  });
}

/** Revokes a token: dead with its next request. Throws NotFound; Forbidden for a token of an owner. */
export async function revokeApiToken(
  database: Database,
  viewer: MemberViewer,
  tokenId: string,
): Promise<void> {
  await changeAsAdministrator(database, viewer, async (ctx, author) => {
    const token = await tokenOf(ctx, tokenId);
    if (token.role === 'owner' && author.role !== 'owner')
      throw new Forbidden('Only an owner can revoke a token that acts as an owner.');
    await updateTokenRevoked(ctx, ctx.organizationId, tokenId);
    recordAudit(ctx, { action: 'token.revoke', subject: { kind: 'token', id: tokenId }, details: {} });
  });
}

async function tokenOf(ctx: Parameters<typeof findTokenDetails>[0] & { organizationId: string }, id: string) {
  const token = await findTokenDetails(ctx, ctx.organizationId, id);
  if (!token) throw new NotFound('There is no such token.');
  return token;
}
