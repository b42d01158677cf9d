import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { importObservations, previewObservations } from '~/modules/assessments/commands/record-observations';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import type { FieldError } from '~/shared/errors';
import { ObservationsPreviewCards, type PreviewView, viewOf } from './observations-preview';
import { readObservationsFile } from './read-observations-file.server';

export const meta: MetaFunction = () => [{ title: 'Import observations · Cadre' }];

export const loader = tenantLoader({ permission: 'cycles:run' }, async ({ viewer }) => ({
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
    permission: 'cycles:run',
    body: readObservationsFile,
    refused: ({ reason, errors }): Answer =>
      data({ preview: null, refused: { reason, errors } }, { status: 422 }),
  },
  async ({ ctx, viewer, body: { intent, table, uploadId } }): Promise<Answer> => {
    if (intent === 'look') {
      const preview = await previewObservations(ctx, viewer, table);
      return data({ preview: viewOf(preview, uploadId), refused: null });
    }
    const done = await importObservations(ctx, viewer, { table, goodRowsOnly: intent === 'good' });
    await removeUpload(ctx, uploadId);
    const entered = done.created.length + done.changed.length;
    return redirect(`/o/${viewer.organization.slug}/observations?entered=${entered}`);
  },
);

export default function ImportObservations() {
  const { organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  return (
    <>
      <PageHeader
        title="Import observations"
        crumbs={[
          { label: organization, to: base },
          { label: 'Observations', to: `${base}/observations` },
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
      {answer?.preview ? <ObservationsPreviewCards preview={answer.preview} /> : null}
      <Card title={answer?.preview ? 'Another file' : 'A file'}>
        <Form method="post" encType="multipart/form-data">
          <Field
            label="Observations, CSV or XLSX"
            name="file"
            type="file"
            required
            hint="Columns observed_on, event, employee_external_id, dimension and outcome (demonstrated, partly, not_demonstrated), then any of observer_external_id and note. Write nothing about health."
          />
          <div className="bar">
            <Button type="submit" variant={answer?.preview ? 'plain' : 'primary'} aria-busy={isBusy}>
              See what it would do
            </Button>
            <Link className="link" to={`${base}/observations`}>
              Back to the observations
            </Link>
          </div>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
