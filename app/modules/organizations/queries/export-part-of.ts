import { TENANT_TABLES } from '#db/table-scope';
import { type ExportPart, exportPart } from '../domain/export-parts';
import type { Role } from '../domain/role';

/** What a role's copy of the organization holds, of the tables that there are. */
export function exportPartOf(role: Role): ExportPart {
  return exportPart(role, TENANT_TABLES);
}
