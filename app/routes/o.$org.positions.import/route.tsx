import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/occupations/queries/organization-day';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { importPositions, previewPositions } from '~/modules/people/commands/import-positions';
import { writesHorizons } from '~/modules/people/queries/read-horizons';
import type { FieldError } from '~/shared/errors';
import { ImportPreview, type PreviewView, viewOf } from './import-preview';
import { readImportForm } from './read-import.server';

export const meta: MetaFunction = () => [{ title: 'Import positions · Cadre' }];

export const loader = tenantLoader({ permission: 'directory:write' }, async ({ viewer }) => ({
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

interface Answered {
  readonly preview: PreviewView | null;
  readonly refused: { readonly reason: string; readonly errors: readonly FieldError[] } | null;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Answered>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readImportForm,
    refused: ({ reason, errors }): Answer =>
      data({ preview: null, refused: { reason, errors } }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    const input = {
      table: body.table,
      today: await organizationDay(ctx),
      withHorizon: writesHorizons(viewer.role),
    };
    if (body.intent === 'look') {
      const preview = await previewPositions(ctx, input);
      return data({ preview: viewOf(preview, body.uploadId), refused: null });
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
  const { organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  return (
    <>
      <PageHeader
        title="Import positions"
        crumbs={[
          { label: organization, to: base },
          { label: 'Positions', to: `${base}/positions` },
          { label: 'Import' },
        ]}
      />
      {answer?.refused ? (
        <Notice tone="bad" title="Nothing was imported" announce>
          <p>{answer.refused.reason}</p>
          <ul>
            {answer.refused.errors.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>
                {pointer}: {detail}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {answer?.preview ? <ImportPreview preview={answer.preview} /> : null}
      <Card title={answer?.preview ? 'Another file' : 'A file'}>
        <Form method="post" encType="multipart/form-data">
          <Field
            label="Positions, CSV or XLSX"
            name="file"
            type="file"
            required
            hint="Columns external_id, title and team, then any of site, occupation, role_band, critical, incumbent_external_id and horizon. Posts that the file does not name stay as they are."
          />
          <div className="bar">
            <Button type="submit" variant={answer?.preview ? 'plain' : 'primary'} aria-busy={isBusy}>
              See what it would do
            </Button>
            <Link className="link" to={`${base}/positions`}>
              Back to the positions
            </Link>
          </div>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
