import type { ObservationsPreview } from '~/modules/assessments/commands/record-observations';
import { OUTCOME_WORDS } from '~/modules/assessments/domain/observations/observation';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { SHOWN_ROWS, type TablePreviewView } from '~/modules/people/ui/imports/table-preview';

/** The first rows of what a file would do. */
export function viewOf(preview: ObservationsPreview, uploadId: string): TablePreviewView {
  const { created, changed, unchanged, faults, warnings } = preview;
  return {
    ...{ uploadId, unchanged, created: created.length, changed: changed.length },
    rows: [...created, ...changed].slice(0, SHOWN_ROWS).map((row) => ({
      place: row.pointer,
      title: `${row.event}, ${DIMENSION_LABELS[row.dimension]}: ${OUTCOME_WORDS[row.outcome].toLowerCase()}`,
      what: row.observationId === null ? 'new' : 'takes the place of what was said',
    })),
    rejected: faults.slice(0, SHOWN_ROWS),
    rejectedCount: faults.length,
    warnings: warnings.slice(0, SHOWN_ROWS),
  };
}
