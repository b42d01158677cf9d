import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { insertApiToken } from '../data/api-tokens';
import type { Role } from '../domain/role';

export interface NewToken {
  /** Made here when left out. */
  readonly tokenId?: string;
  readonly organizationId: string;
  readonly name: string;
  readonly role: Role;
  readonly teamScope: readonly string[];
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** Makes a bearer token and gives it back once; only its hash is kept. */
export async function createApiToken(database: Database, token: NewToken): Promise<string> {
  const value = `cadre_${randomBytes(32).toString('base64url')}`;
  const tokenHash = createHash('sha256').update(value, 'utf8').digest('hex');
  const { organizationId, name, role, teamScope, days } = token;
  await withAuth(database, (ctx) =>
    insertApiToken(ctx, {
      tokenId: token.tokenId ?? randomUUID(),
      organizationId,
      tokenHash,
      name,
      role,
      teamScope: [...teamScope],
      expiresAt: new Date(ctx.now.getTime() + days * DAY_MS),
    }),
  );
  return value;
}
