import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '#db/database';
import { type AuthContext, withAuth } from '#db/tenancy';
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

/** Who makes a token, when it is a person. */
interface Making {
  readonly createdBy: string | null;
  readonly needsApproval: boolean;
}

const DAY_MS = 86_400_000;

/** Makes a bearer token as the operator and gives it back once; only its hash is kept. */
export async function createApiToken(database: Database, token: NewToken): Promise<string> {
  return withAuth(database, (ctx) => addApiToken(ctx, token, { createdBy: null, needsApproval: false }));
}

/** Stores a new bearer token in an open transaction and gives it back; only its hash is kept. */
export async function addApiToken(ctx: AuthContext, token: NewToken, making: Making): Promise<string> {
  const value = `cadre_${randomBytes(32).toString('base64url')}`;
  const { organizationId, name, role, teamScope, days } = token;
  await insertApiToken(ctx, {
    tokenId: token.tokenId ?? randomUUID(),
    organizationId,
    tokenHash: createHash('sha256').update(value, 'utf8').digest('hex'),
    name,
    role,
    teamScope: [...teamScope],
    expiresAt: new Date(ctx.now.getTime() + days * DAY_MS),
    ...making,
  });
  return value;
}
