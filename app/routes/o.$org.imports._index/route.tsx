import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { startImport } from '~/modules/people/commands/imports/start-import';
import { seesImport } from '~/modules/people/domain/imports/sees-import';
import { listImports } from '~/modules/people/queries/list-imports';
import { ImportsTable } from '~/modules/people/ui/imports/imports-table';
import { Forbidden } from '~/shared/errors';
import { RatingsUpload } from './ratings-upload';
import { readImportUpload } from './read-import-upload.server';

const RECENT = 20;

export const meta: MetaFunction = () => [{ title: 'Imports · Cadre' }];

/** Takes a file of people or of ratings, and lists the files that were taken. */
export const loader = tenantLoader({ permission: 'directory:write' }, async ({ ctx, viewer }) => ({
  imports: (await listImports(ctx, viewer, { limit: RECENT })).items,
  withRatings: seesImport(viewer, 'assessments'),
  zone: (await getSettings(ctx)).timeZone,
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

type Answer = TypedResponse<never> | ReturnType<typeof data<{ refused: string }>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readImportUpload,
    refused: ({ reason }): Answer => data({ refused: reason }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    if (!seesImport(viewer, body.kind)) throw new Forbidden('Ratings are imported by HR partners.');
    const id = await startImport(ctx, { ...body, step: 'plan', rejected: 'leave_out' });
    return redirect(`/o/${viewer.organization.slug}/imports/${id}`);
  },
);

export default function Imports() {
  const { imports, withRatings, zone, organization, base } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { state, formData } = useNavigation();
  const sent = state === 'submitting' ? (formData?.get('kind') ?? 'employees') : null;
  const busy = sent === 'employees';
  return (
    <>
      <PageHeader title="Imports" crumbs={[{ label: organization, to: base }, { label: 'Imports' }]} />
      <FormOutcome refused={refused} done={null} />
      <div className="stack">
        <Card title="A file of people">
          <Form method="post" encType="multipart/form-data">
            <Field
              label="File"
              name="file"
              type="file"
              accept=".csv,.tsv,.txt,.xlsx"
              required
              hint="CSV or XLSX with one line for each person, up to 64 MiB and 200,000 lines. Separator, encoding and header are found by themselves. Nothing changes before you have seen a preview."
            />
            <label className="upload-choice">
              <input type="checkbox" name="everybody" value="yes" />
              This file holds everybody: list who is missing from it
            </label>
            <Button type="submit" variant="primary" aria-busy={busy}>
              {busy ? 'Uploading' : 'Upload and preview'}
            </Button>
          </Form>
          <p className="small import-others">
            Other files: <Link to={`${base}/positions/import`}>positions</Link>,{' '}
            <Link to={`${base}/targets/import`}>target profiles</Link>,{' '}
            <Link to={`${base}/frameworks/import`}>frameworks</Link>.
          </p>
        </Card>
        {withRatings ? <RatingsUpload busy={sent === 'assessments'} /> : null}
        <Card title="Latest imports" padded={false}>
          {imports.length > 0 ? (
            <ImportsTable imports={imports} zone={zone} base={base} />
          ) : (
            <EmptyState title="No imports yet">
              Files that were uploaded stand here, with what became of them.
            </EmptyState>
          )}
        </Card>
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
