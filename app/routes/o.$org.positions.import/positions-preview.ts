import type { PositionsPreview } from '~/modules/people/commands/import-positions';
import { SHOWN_ROWS, type TablePreviewView } from '~/modules/people/ui/imports/table-preview';

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'title',
  soc: 'occupation',
  roleBand: 'role band',
  teamId: 'team',
  siteId: 'site',
  critical: 'critical',
  incumbentId: 'incumbent',
  horizon: 'horizon',
};

/** The first rows of what a file would do. */
export function viewOf(preview: PositionsPreview, uploadId: string): TablePreviewView {
  const { created, changed, unchanged, rejected, warnings } = preview;
  return {
    ...{ uploadId, unchanged, created: created.length, changed: changed.length },
    rows: [...created, ...changed].slice(0, SHOWN_ROWS).map(({ pointer, facts, before, fields }) => ({
      place: pointer,
      title: facts.title,
      what: before === null ? 'new' : fields.map((name) => FIELD_WORDS[name] ?? name).join(', '),
    })),
    rejected: rejected.slice(0, SHOWN_ROWS),
    rejectedCount: rejected.length,
    warnings: warnings.slice(0, SHOWN_ROWS),
  };
}
