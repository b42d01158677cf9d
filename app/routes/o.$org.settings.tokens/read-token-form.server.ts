import { readFields } from '~/http/read-fields.server';
import { ROLES } from '~/modules/organizations/domain/role';
import type { WantedToken } from '~/modules/organizations/domain/token-rights';
import { InvalidInput } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

/** What the page's forms ask for. */
export type TokenForm =
  | ({ readonly intent: 'make'; readonly tokenId: string } & WantedToken)
  | { readonly intent: 'approve' | 'revoke'; readonly tokenId: string };

/** Throws InvalidInput for a form that is none of the page's, or has a field that it does not have. */
export async function readTokenForm(request: Request): Promise<TokenForm> {
  const { one, many } = await readFields(request, {
    single: ['intent', 'token', 'name', 'role', 'days'],
    several: ['team'],
  });
  const { intent, token: tokenId } = one;
  const role = ROLES.find((known) => known === one.role);
  const areTeams = many.team.every((team) => isUuid(team));
  if (!isUuid(tokenId) || !areTeams) throw unreadable();
  if (intent === 'approve' || intent === 'revoke') return { intent, tokenId };
  if (intent !== 'make' || !role) throw unreadable();
  const days = /^\d{1,4}$/.test(one.days.trim()) ? Number(one.days) : Number.NaN;
  return { intent, tokenId, name: one.name, role, teamScope: many.team, days };
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
