import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { PreviewRow } from '../../domain/imports/import-report';
import { factsOn } from '../../domain/timeline';
import { stateLoader } from '../load-employee-states';
import type { PreparedImport } from './prepare-import';

/**
 * People who work here and are not in a file that holds everybody. They are proposed as leavers and stay as they are
 * until somebody says so.
 */
export async function listMissingPeople(
  ctx: TenantContext,
  { names, inFile }: Pick<PreparedImport, 'names' | 'inFile'>,
): Promise<PreviewRow[]> {
  const load = stateLoader(names);
  const absent = names.directory.filter((row) => !inFile.has(row.externalId));
  const idOf = new Map(absent.map((row) => [row.externalId, row.employeeId]));
  const missing: PreviewRow[] = [];
  for (const batch of batches(absent.map((row) => row.employeeId))) {
    for (const [externalId, state] of await load(ctx, batch)) {
      const facts = factsOn(state.employments, names.today);
      if (!facts || facts.status === 'left') continue;
      const employeeId = idOf.get(externalId) ?? '';
      const detail = { employeeId, team: facts.team };
      missing.push({ outcome: 'missing', line: null, externalId, name: state.name, detail });
    }
  }
  return missing.sort((a, b) => a.externalId.localeCompare(b.externalId, 'en'));
}
