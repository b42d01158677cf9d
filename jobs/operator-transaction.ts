import { type SystemConnection, type SystemContext, withSystem } from '#db/system';
import { requireOperator } from '~/modules/organizations/queries/require-operator';

/**
 * Runs work on what all organizations share, in one transaction of the operator's connection, on behalf of somebody
 * whom the database still names as an operator of the installation, both when it begins and when it would commit.
 * @throws Forbidden when the asker is none; then nothing is kept.
 */
export type AsOperator = <T>(
  asker: { readonly kind: string; readonly id: string },
  work: (ctx: SystemContext) => Promise<T>,
) => Promise<T>;

/** Transactions of the operator for one job. fence fails when the job is no longer this worker's. */
export function operatorTransactions(
  system: SystemConnection,
  fence: (ctx: SystemContext) => Promise<void>,
): AsOperator {
  return (asker, work) =>
    withSystem(system, async (ctx) => {
      await fence(ctx);
      await requireOperator(ctx, asker);
      const value = await work(ctx);
      await requireOperator(ctx, asker);
      return value;
    });
}
