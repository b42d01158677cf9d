import { type SystemContext, withSystem } from '#db/system';
import type { ImportOptions, ImportServices } from './import-options';

/** Carries a result out of a transaction that is rolled back. */
class TakenBack<T> extends Error {
  constructor(readonly value: T) {
    super('rolled back');
  }
}

/** Runs work on the shared catalogue in one transaction; a dry run is rolled back after all of it was done. */
export async function inOperatorTransaction<T>(
  services: ImportServices,
  work: (ctx: SystemContext) => Promise<T>,
  { dryRun = false }: Pick<ImportOptions, 'dryRun'>,
): Promise<T> {
  if (!dryRun) return withSystem(services.system(), work);
  try {
    return await withSystem(services.system(), async (ctx) => {
      throw new TakenBack(await work(ctx));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.value as T;
    throw error;
  }
}
