import type { TenantArgs } from '~/http/tenant-route.server';
import type { ObservationsPreview } from '~/modules/assessments/commands/record-observations';
import { OUTCOME_WORDS } from '~/modules/assessments/domain/observations/observation';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { SHOWN_ROWS, type TablePreviewView } from '~/modules/people/ui/imports/table-preview';

/** The first rows of what a file would do, with whom they are about. */
export async function viewOf(
  ctx: TenantArgs['ctx'],
  preview: ObservationsPreview,
  uploadId: string,
): Promise<TablePreviewView> {
  const { created, changed, unchanged, faults, warnings } = preview;
  const shown = [...created, ...changed].slice(0, SHOWN_ROWS);
  const names = await listPeopleNames(ctx, new Set(shown.map(({ employeeId }) => employeeId)));
  return {
    ...{ uploadId, unchanged, created: created.length, changed: changed.length },
    rows: shown.map((row) => ({
      place: row.pointer,
      title: `${names.get(row.employeeId) ?? ''}: ${row.event}, ${DIMENSION_LABELS[row.dimension]}: ${OUTCOME_WORDS[row.outcome].toLowerCase()}`,
      what: row.observationId === null ? 'new' : 'takes the place of what was said',
    })),
    rejected: faults.slice(0, SHOWN_ROWS),
    rejectedCount: faults.length,
    warnings: warnings.slice(0, SHOWN_ROWS),
  };
}
