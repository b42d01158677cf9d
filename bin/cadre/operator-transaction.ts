import { type SystemContext, withSystem } from '#db/system';
import type { ImportOptions, ImportServices } from './import-options';

/** Carries a result out of a transaction that is rolled back. */
class TakenBack<T> extends Error {
  constructor(readonly value: T) {
    super('rolled back');
  }
}

/** Runs work on the shared catalogue in one transaction; a dry run, or work that was stopped, is rolled back at its end. */
export async function inOperatorTransaction<T>(
  services: ImportServices,
  work: (ctx: SystemContext) => Promise<T>,
  { dryRun = false, signal }: Pick<ImportOptions, 'dryRun' | 'signal'>,
): Promise<T> {
  try {
    return await withSystem(services.system(), async (ctx) => {
      const value = await work(ctx);
      signal?.throwIfAborted();
      if (dryRun) throw new TakenBack(value);
      return value;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.value as T;
    throw error;
  }
}
