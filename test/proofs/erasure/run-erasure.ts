import { withMembers } from '#db/tenancy';
import { erasePerson } from '#jobs/tasks/erase-person';
import type { TestDatabase } from '#test/setup/database';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createKeyedHash } from '~/keyed-hash.server';
import type { Logger } from '~/logger.server';
import { startErasure } from '~/modules/capability/commands/start-erasure';
import { getErasureSubject } from '~/modules/capability/queries/get-erasure-subject';

export interface ErasureTools {
  readonly db: TestDatabase;
  readonly organizationId: string;
  readonly logger: Logger;
}

/** The worker died: as the database client tells it. */
class Died extends Error {
  override name = 'ConnectionLost';
}

/** Asks for the erasure of a person, as somebody who is not that person. Resolves to the operation's id. */
export async function askToErase(tools: ErasureTools, employeeId: string): Promise<string> {
  const viewer = { employeeId: null };
  return tools.db.tenant(tools.organizationId, async (ctx) => {
    const { name } = await getErasureSubject(ctx, employeeId);
    return (await startErasure(ctx, viewer, { employeeId, reason: 'asked', typedName: name })).id;
  });
}

/**
 * Runs the job of an erasure as the worker does.
 * @param diesAfter transactions after which the worker dies, its last one committed; null: it lives.
 * @returns whether it lived to the end.
 */
export async function runErasure(
  { db, organizationId, logger }: ErasureTools,
  operationId: string,
  diesAfter: number | null = null,
): Promise<boolean> {
  let left = diesAfter ?? Number.POSITIVE_INFINITY;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left <= 0) throw new Died();
    const value = await work();
    left -= 1;
    return value;
  };
  const actor = { kind: 'job', id: 'test' } as const;
  const run: Partial<Parameters<typeof erasePerson>[0]> = {
    payload: { operationId },
    keyedHash: createKeyedHash({ passwordPeppers: [TEST_PEPPER] }),
    logger,
    inTenant: (work) => counted(() => db.tenant(organizationId, work)),
    inMembers: (work) => counted(() => withMembers(db.database, { organizationId, actor }, work)),
    mayStill: async () => true,
  };
  try {
    await erasePerson(run as Parameters<typeof erasePerson>[0]);
    return true;
  } catch (error) {
    if (error instanceof Died) return false;
    throw error;
  }
}
