import type { TenantArgs } from '~/http/tenant-route.server';
import { asOwnRatings } from '~/modules/assessments/domain/known-ratings';
import { RATING_FIELDS, ratingColumnFaults } from '~/modules/assessments/domain/rating-fields';
import { listRatingsPreview } from '~/modules/assessments/queries/list-ratings-preview';
import { isOver } from '~/modules/organizations/domain/operation-state';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import {
  type ImportHeader,
  ROW_OUTCOMES,
  type RowOutcome,
} from '~/modules/people/domain/imports/import-report';
import { ownColumns, renamedTable } from '~/modules/people/domain/imports/table-columns';
import { getImport, listChangedFields } from '~/modules/people/queries/get-import';
import { listImportPreview } from '~/modules/people/queries/list-import-preview';
import { findNamedColumns } from '~/modules/people/queries/named-table';
import { loadUndo } from './load-undo.server';

const PAGE = 100;

/** What the page of an import shows: how far it is, and a page of rows with one outcome. */
export async function loadImport({ ctx, viewer, params, url }: TenantArgs) {
  const described = await getImport(ctx, viewer, params['id'] ?? '');
  const { importId, counts, state, operation } = described;
  const waiting = operation !== null && !isOver(operation.state);
  const shown = !waiting && counts !== null && state !== 'mapping' && state !== 'new';
  const outcome = readOutcome(url.searchParams.get('rows'), counts);
  const after = Number(url.searchParams.get('after') ?? -1);
  const place = {
    outcome,
    after: Number.isSafeInteger(after) && Math.abs(after) < 2 ** 31 ? after : -1,
    limit: PAGE,
  };
  const ofRatings = described.kind === 'assessments';
  const asksUndo = described.mayUndo && !waiting && url.searchParams.has('undo');
  const listRows = () =>
    ofRatings ? listRatingsPreview(ctx, viewer, importId, place) : listImportPreview(ctx, importId, place);
  const page = shown ? await listRows() : { rows: [], next: null };
  return {
    described,
    waiting,
    outcome,
    rows: page.rows,
    next: page.next,
    first: after <= 0,
    fields:
      shown && outcome === 'changed' && described.kind === 'employees'
        ? await listChangedFields(ctx, importId)
        : [],
    undo: asksUndo
      ? await loadUndo({ ctx, viewer }, { importId, of: ofRatings ? 'ratings' : 'people' })
      : null,
    tableColumns:
      !waiting &&
      described.hasFile &&
      ofRatings &&
      (state === 'mapping' || (state === 'planned' && url.searchParams.has('columns')))
        ? await loadRatingColumns(ctx, described.header)
        : null,
    naming:
      !waiting &&
      described.hasFile &&
      described.kind === 'employees' &&
      (state === 'mapping' || (state === 'planned' && url.searchParams.has('columns'))),
    zone: (await getSettings(ctx)).timeZone,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}

/** What is asked about the columns of a file of ratings, and how they are read so far. */
async function loadRatingColumns(ctx: TenantArgs['ctx'], header: ImportHeader | null) {
  if (!header) return null;
  const { names, samples } = header;
  const lower = names.map((name) => name.toLowerCase());
  const named = await findNamedColumns(ctx, 'assessments', lower);
  const empty = { file: '', header: lower, rows: [] };
  const table = named ? renamedTable(empty, named, RATING_FIELDS) : empty;
  const own = asOwnRatings(table).header;
  const columns = ownColumns(own, RATING_FIELDS);
  return { names, samples, columns, faults: ratingColumnFaults(own) };
}

/** The rows that were chosen; else those that need a look most. */
function readOutcome(
  chosen: string | null,
  counts: Readonly<Record<'rejected' | 'changed' | 'created' | 'missing', number>> | null,
): RowOutcome {
  const named = ROW_OUTCOMES.find((one) => one === chosen);
  if (named) return named;
  const order = ['rejected', 'changed', 'created', 'missing'] as const;
  return order.find((one) => counts !== null && counts[one] > 0) ?? 'changed';
}
