import type { Role } from '~/modules/organizations/domain/role';
import type { ListedToken } from '~/modules/organizations/queries/list-tokens';
import type { TokenRow } from './tokens-table';

interface Reader {
  readonly userId: string;
  readonly role: Role;
  readonly mayWrite: boolean;
  /** Ids of the tokens that the command line made. */
  readonly ofCommandLine: ReadonlySet<string>;
}

/** The tokens as this reader sees them. */
export function tokenRows(
  tokens: readonly ListedToken[],
  paths: ReadonlyMap<string, string>,
  { userId, role, mayWrite, ofCommandLine }: Reader,
): TokenRow[] {
  return tokens.map((token) => ({
    tokenId: token.tokenId,
    name: token.name,
    role: token.role,
    scope: token.teamScope.map((id) => paths.get(id) ?? 'a team that is gone').join(', '),
    made: madeInWords(token, ofCommandLine),
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    isOver: token.isOver,
    needsApproval: token.needsApproval,
    mayApprove: mayWrite && token.needsApproval && !token.isOver && token.createdBy !== userId,
    mayRevoke: mayWrite && (token.role !== 'owner' || role === 'owner'),
  }));
}

function madeInWords({ tokenId, createdBy, maker }: ListedToken, ofCommandLine: ReadonlySet<string>): string {
  if (createdBy === null && ofCommandLine.has(tokenId)) return 'at the command line';
  return `by ${maker ?? 'the operator, or a person since erased'}`;
}
