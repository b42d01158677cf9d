import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { findOperator } from '../data/operators';

/**
 * Whether somebody may change what all organizations share, as the database says now. Only a person who signs in can;
 * a token, a job and the unknown are denied.
 */
export async function isOperator(
  database: Database,
  { kind, id }: { readonly kind: string; readonly id: string },
): Promise<boolean> {
  return kind === 'user' && withAuth(database, (ctx) => findOperator(ctx, id));
}
