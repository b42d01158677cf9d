import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { listOperatorRows, type OperatorRow } from '../data/operators';

/** Those who may change what all organizations share, by address. */
export async function listOperators(database: Database): Promise<OperatorRow[]> {
  return withAuth(database, listOperatorRows);
}
