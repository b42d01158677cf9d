import type { SystemContext } from '#db/system';
import { Forbidden } from '~/shared/errors';
import { findOperatorAsSystem } from '../data/operators';

/**
 * Nothing when somebody may change what all organizations share, as this transaction sees it.
 * @throws Forbidden for all others; a token, a job and the unknown are denied.
 */
export async function requireOperator(
  ctx: SystemContext,
  { kind, id }: { readonly kind: string; readonly id: string },
): Promise<void> {
  if (kind === 'user' && (await findOperatorAsSystem(ctx, id))) return;
  throw new Forbidden('Only an operator of this installation may change the catalogue that all share.');
}
