import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readNamedTableForm } from '~/http/read-named-table-form.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { importObservations, previewObservations } from '~/modules/assessments/commands/record-observations';
import { asOwnObservations } from '~/modules/assessments/domain/observations/known-observations';
import { OBSERVATION_FIELDS } from '~/modules/assessments/domain/observations/observation-fields';
import { OBSERVATION_COLUMNS } from '~/modules/assessments/domain/observations/observation-row';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { openNamedTable, type TableNaming } from '~/modules/people/commands/imports/open-named-table';
import { FileImportPage } from '~/modules/people/ui/imports/file-import-page';
import { TableColumnsForm } from '~/modules/people/ui/imports/table-columns-form';
import { TablePreview, type TablePreviewView } from '~/modules/people/ui/imports/table-preview';
import type { FieldError } from '~/shared/errors';
import { viewOf } from './observations-preview.server';

export const meta: MetaFunction = () => [{ title: 'Import observations · Cadre' }];

export const loader = tenantLoader({ permission: 'cycles:run' }, async ({ viewer }) => ({
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

interface Answered {
  readonly preview: TablePreviewView | null;
  readonly naming: TableNaming | null;
  readonly refused: { readonly reason: string; readonly errors: readonly FieldError[] } | null;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Answered>>;
const NOTHING: Answered = { preview: null, naming: null, refused: null };
const FILE = {
  kind: 'observations',
  fields: OBSERVATION_FIELDS,
  required: OBSERVATION_COLUMNS.required,
  known: asOwnObservations,
} as const;

export const action = tenantAction(
  {
    permission: 'cycles:run',
    body: readNamedTableForm,
    refused: ({ reason, errors }): Answer =>
      data({ ...NOTHING, refused: { reason, errors } }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    const { table, naming } = await openNamedTable(ctx, FILE, body);
    if (naming) return data({ ...NOTHING, naming });
    if (body.intent === 'look') {
      const preview = await previewObservations(ctx, viewer, table);
      return data({ ...NOTHING, preview: await viewOf(ctx, preview, body.uploadId) });
    }
    const done = await importObservations(ctx, viewer, { table, goodRowsOnly: body.intent === 'good' });
    await removeUpload(ctx, body.uploadId);
    const entered = done.created.length + done.changed.length;
    return redirect(`/o/${viewer.organization.slug}/observations?entered=${entered}`);
  },
);

export default function ImportObservations() {
  const answer = useActionData<typeof action>();
  return (
    <FileImportPage
      {...useLoaderData<typeof loader>()}
      title="Import observations"
      list={{ label: 'Observations', path: 'observations' }}
      file={{
        label: 'Observations, CSV or XLSX',
        hint: 'Columns observed_on, event, employee_external_id, dimension and outcome (demonstrated, partly, not_demonstrated), then any of observer_external_id and note; usual other names are known, and any can be said here. Write nothing about health.',
        send: 'See what it would do',
      }}
      refused={answer?.refused ?? null}
      outcome={
        answer?.naming ? (
          <TableColumnsForm fields={OBSERVATION_FIELDS} {...answer.naming} />
        ) : answer?.preview ? (
          <TablePreview preview={answer.preview} one="observation" more="observations" />
        ) : null
      }
    />
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
