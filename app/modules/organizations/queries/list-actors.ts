import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { isUuid } from '~/shared/is-uuid';
import { listTokenNames, listUserNames } from '../data/actor-names';

/** Somebody who can stand in the audit log as who acts. */
export interface NamedActor {
  readonly kind: 'user' | 'token';
  readonly id: string;
  readonly name: string;
  /** False for one who is no member any more. */
  readonly current: boolean;
}

/**
 * The members and tokens of an organization by name, and those whose ids its own log names.
 * @param ids of actors in the organization's log; others than users are passed over
 */
export async function listActors(
  database: Database,
  organizationId: string,
  ids: readonly string[],
): Promise<NamedActor[]> {
  const known = [...new Set(ids)].filter((id) => isUuid(id));
  return withAuth(database, async (ctx) => {
    const users = await listUserNames(ctx, organizationId, known);
    const tokens = await listTokenNames(ctx, organizationId);
    return [
      ...users.map(({ userId, name, isMember }) => ({
        kind: 'user' as const,
        id: userId,
        name,
        current: isMember,
      })),
      ...tokens.map(({ tokenId, name }) => ({ kind: 'token' as const, id: tokenId, name, current: true })),
    ];
  });
}
