import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readNamedTableForm } from '~/http/read-named-table-form.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { importPositions, previewPositions } from '~/modules/people/commands/import-positions';
import { openNamedTable, type TableNaming } from '~/modules/people/commands/imports/open-named-table';
import { POSITION_FIELDS } from '~/modules/people/domain/position-fields';
import { POSITION_COLUMNS } from '~/modules/people/domain/position-row';
import { writesHorizons } from '~/modules/people/queries/read-horizons';
import { FileImportPage } from '~/modules/people/ui/imports/file-import-page';
import { TableColumnsForm } from '~/modules/people/ui/imports/table-columns-form';
import { TablePreview, type TablePreviewView } from '~/modules/people/ui/imports/table-preview';
import type { FieldError } from '~/shared/errors';
import { viewOf } from './positions-preview';

export const meta: MetaFunction = () => [{ title: 'Import positions · Cadre' }];

export const loader = tenantLoader({ permission: 'directory:write' }, async ({ viewer }) => ({
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
const FILE = { kind: 'positions', fields: POSITION_FIELDS, required: POSITION_COLUMNS.required } as const;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readNamedTableForm,
    refused: ({ reason, errors }): Answer =>
      data({ ...NOTHING, refused: { reason, errors } }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    const { table, naming } = await openNamedTable(ctx, FILE, body);
    if (naming) return data({ ...NOTHING, naming });
    const withHorizon = writesHorizons(viewer.role);
    const input = { table, today: await organizationDay(ctx), withHorizon };
    if (body.intent === 'look') {
      const preview = await previewPositions(ctx, input);
      return data({ ...NOTHING, preview: viewOf(preview, body.uploadId) });
    }
    const done = await importPositions(ctx, { ...input, goodRowsOnly: body.intent === 'good' });
    await removeUpload(ctx, body.uploadId);
    const { created, changed, unchanged } = done;
    recordAudit(ctx, {
      action: 'positions.import',
      subject: { kind: 'organization', id: ctx.organizationId },
      details: { created, changed, unchanged, rejected: done.rejected.length },
    });
    return redirect(`/o/${viewer.organization.slug}/positions?imported=${created + changed}`);
  },
);

export default function ImportPositions() {
  const answer = useActionData<typeof action>();
  return (
    <FileImportPage
      {...useLoaderData<typeof loader>()}
      title="Import positions"
      list={{ label: 'Positions', path: 'positions' }}
      file={{
        label: 'Positions, CSV or XLSX',
        hint: 'Columns external_id, title and team, then any of site, occupation, role_band, critical, incumbent_external_id and horizon; columns with other names can be named here. Posts that the file does not name stay as they are.',
        send: 'See what it would do',
      }}
      refused={answer?.refused ?? null}
      outcome={
        answer?.naming ? (
          <TableColumnsForm fields={POSITION_FIELDS} {...answer.naming} />
        ) : answer?.preview ? (
          <TablePreview preview={answer.preview} one="position" more="positions" />
        ) : null
      }
    />
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
