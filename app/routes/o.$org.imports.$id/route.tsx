import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MomentText } from '~/components/date-text';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { RATING_FIELDS } from '~/modules/assessments/domain/rating-fields';
import { cancelOperation } from '~/modules/organizations/commands/cancel-operation';
import { askForUndo, confirmImport } from '~/modules/people/commands/imports/confirm-import';
import { nameColumns, nameWords } from '~/modules/people/commands/imports/name-columns';
import { nameTableColumns } from '~/modules/people/commands/imports/name-table-columns';
import type { ImportKind } from '~/modules/people/domain/imports/import-report';
import { getImport } from '~/modules/people/queries/get-import';
import { ColumnsForm } from '~/modules/people/ui/imports/columns-form';
import { ImportProgress } from '~/modules/people/ui/imports/import-progress';
import { ImportStateCard } from '~/modules/people/ui/imports/import-state-card';
import { PreviewRows } from '~/modules/people/ui/imports/preview-rows';
import { TableColumnsForm } from '~/modules/people/ui/imports/table-columns-form';
import { UndoCard } from '~/modules/people/ui/imports/undo-card';
import { WordsCard } from '~/modules/people/ui/imports/words-card';
import { loadImport } from './load-import.server';
import { readImportForm } from './read-import-form.server';

export const meta: MetaFunction = () => [{ title: 'Import · Cadre' }];

/** One import of a file: its progress, what its columns are, its preview, and what became of it. */
export const loader = tenantLoader({ permission: 'directory:write' }, loadImport);

/** Kinds of files whose rows are kept for a look. */
const PREVIEWED: readonly ImportKind[] = ['employees', 'assessments'];

type Answer = TypedResponse<never> | ReturnType<typeof data<{ refused: string }>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readImportForm,
    refused: ({ kind, reason }): Answer =>
      data({ refused: reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<Answer> => {
    const { importId, operation } = await getImport(ctx, viewer, params['id'] ?? '');
    if (body.intent === 'columns') await nameColumns(ctx, importId, body.layout);
    else if (body.intent === 'name_columns') await nameTableColumns(ctx, importId, body.columns);
    else if (body.intent === 'words') await nameWords(ctx, importId, body.words);
    else if (body.intent === 'undo') await askForUndo(ctx, importId);
    else if (body.intent === 'cancel') {
      if (operation) await cancelOperation(ctx, viewer, operation.id);
    } else {
      const rejected = body.intent === 'apply' ? 'leave_out' : 'refuse_all';
      await confirmImport(ctx, importId, { rejected, preview: body.preview });
    }
    return redirect(`/o/${viewer.organization.slug}/imports/${importId}`);
  },
);

export default function ImportPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { described, waiting, base, zone } = page;
  const place = `${base}/imports/${described.importId}`;
  return (
    <>
      <PageHeader
        title={described.fileName}
        crumbs={[
          { label: page.organization, to: base },
          { label: 'Imports', to: `${base}/imports` },
          { label: described.fileName },
        ]}
        asOf={
          <>
            Uploaded <MomentText moment={described.askedAt} zone={zone} />
          </>
        }
      />
      <FormOutcome refused={refused} done={null} />
      <div className="stack">
        {waiting && described.operation ? (
          <ImportProgress
            operation={described.operation}
            mayStop={described.mayStop}
            state={described.state}
            place={place}
          />
        ) : (page.naming || page.tableColumns) && described.state === 'planned' ? null : (
          <ImportStateCard described={described} zone={zone} place={place} base={base} />
        )}
        {page.undo ? <UndoCard {...page.undo} place={place} base={base} /> : null}
        {page.tableColumns ? <TableColumnsForm fields={RATING_FIELDS} {...page.tableColumns} /> : null}
        {page.naming && described.header && described.layout ? (
          <ColumnsForm header={described.header} layout={described.layout} />
        ) : null}
        {!waiting && !page.naming && described.state === 'planned' && described.hasFile ? (
          <WordsCard described={described} />
        ) : null}
        {!waiting &&
        !page.naming &&
        !page.tableColumns &&
        described.counts &&
        PREVIEWED.includes(described.kind) ? (
          <PreviewRows
            kind={described.kind}
            counts={described.counts}
            state={described.state}
            outcome={page.outcome}
            rows={page.rows}
            fields={page.fields}
            next={page.next}
            first={page.first}
            place={place}
          />
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
