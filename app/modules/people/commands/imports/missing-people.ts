import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { insertImportRows } from '../../data/import-rows';
import { listAbsentPeople } from '../../data/known-lines';
import { factsOn } from '../../domain/timeline';
import { placedStateLoader } from '../load-employee-states';
import type { PreparedImport } from './prepare-import';

/**
 * Keeps in a preview who works here and is not in a file that holds everybody. They are proposed as leavers and stay as
 * they are until somebody says so. @returns how many.
 */
export async function storeMissingPeople(
  ctx: TenantContext,
  { importId, places }: Pick<PreparedImport, 'importId' | 'places'>,
): Promise<number> {
  const load = placedStateLoader(places);
  const absent = await listAbsentPeople(ctx, importId);
  absent.sort((a, b) => a.externalId.localeCompare(b.externalId, 'en'));
  let missing = 0;
  for (const batch of batches(absent)) {
    const states = await load(
      ctx,
      batch.map(({ employeeId }) => employeeId),
      NOBODY,
    );
    const rows = batch.flatMap(({ employeeId, externalId }) => {
      const state = states.get(externalId);
      const facts = state && factsOn(state.employments, places.today);
      if (!facts || facts.status === 'left') return [];
      missing += 1;
      const detail = { employeeId, team: facts.team };
      const row = { outcome: 'missing' as const, line: null, externalId, name: state.name, detail };
      return [{ ...row, position: missing }];
    });
    await insertImportRows(ctx, importId, rows);
  }
  return missing;
}

/** Managers are not told of those who are missing. */
const NOBODY: ReadonlyMap<string, string> = new Map();
