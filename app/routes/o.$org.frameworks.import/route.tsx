import { data, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { readUpload } from '~/http/upload.server';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import type { ImportReport } from '~/modules/frameworks/commands/import-report';
import { recordFrameworkImport } from '~/modules/frameworks/commands/record-framework-import';
import { readFrameworkDocument } from '~/modules/frameworks/domain/read-framework-document';
import type { FieldError } from '~/shared/errors';
import { ImportOutcome } from './import-outcome';

export const meta: MetaFunction = () => [{ title: 'Import a framework · Cadre' }];

/** Takes a framework file into the organization's own catalogue. */
export const loader = tenantLoader({ permission: 'catalogue:write' }, async ({ viewer }) => ({
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

interface Answer {
  readonly report: ImportReport | null;
  readonly refused: { readonly reason: string; readonly errors: readonly FieldError[] } | null;
}

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readUpload,
    refused: ({ reason, errors }) =>
      data<Answer>({ report: null, refused: { reason, errors } }, { status: 422 }),
  },
  async ({ ctx, body: { bytes, name, checksum } }) => {
    const document = readFrameworkDocument(bytes, name);
    const report = await importFramework({ scope: 'own', ctx }, document, { name, checksum });
    recordFrameworkImport(ctx, report);
    return data<Answer>({ report, refused: null });
  },
);

export default function Imports() {
  const { organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <PageHeader
        title="Import a framework"
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: 'Import' },
        ]}
      />
      {answer?.report ? <ImportOutcome report={answer.report} base={base} /> : null}
      {answer?.refused ? (
        <Notice tone="bad" title="Nothing was imported" announce>
          <p>{answer.refused.reason}</p>
          <ul>
            {answer.refused.errors.map(({ pointer, detail }) =>
              answer.refused?.reason.includes(pointer) && answer.refused.reason.includes(detail) ? null : (
                <li key={`${pointer} ${detail}`}>
                  {pointer}: {detail}
                </li>
              ),
            )}
          </ul>
        </Notice>
      ) : null}
      <Card title="A file">
        <Form method="post" encType="multipart/form-data">
          <Field
            label="Framework file"
            name="file"
            type="file"
            required
            hint="A LER JSON export, the text of an exchange page or a CSV file of statements, up to 5 MiB. It is recognised by its content and seen by this organization only."
          />
          <div className="bar">
            <Button type="submit" variant="primary" aria-busy={busy}>
              Import
            </Button>
            <Link className="link" to={`${base}/occupations`}>
              Back to the occupations
            </Link>
          </div>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
