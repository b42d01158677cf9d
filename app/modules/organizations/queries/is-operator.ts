import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { findOperator } from '../data/operators';
import type { SignInMethod } from '../domain/admission';

/**
 * Whether somebody may change what all organizations share, as the database says now. Only a person who signs in can,
 * and not by the word of one organization's identity provider; a token, a job and the unknown are denied.
 */
export async function isOperator(
  database: Database,
  { kind, id, method }: { readonly kind: string; readonly id: string; readonly method?: SignInMethod },
): Promise<boolean> {
  return kind === 'user' && method !== 'sso' && withAuth(database, (ctx) => findOperator(ctx, id));
}
