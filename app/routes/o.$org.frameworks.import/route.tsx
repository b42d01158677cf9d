import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { readUpload } from '~/http/upload.server';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import type { ImportReport } from '~/modules/frameworks/commands/import-report';
import { recordFrameworkImport } from '~/modules/frameworks/commands/record-framework-import';
import { readFrameworkDocument } from '~/modules/frameworks/domain/read-framework-document';
import { FileImportPage } from '~/modules/people/ui/imports/file-import-page';
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
  const place = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <FileImportPage
      {...place}
      title="Import a framework"
      list={{ label: 'Occupations', path: 'occupations' }}
      file={{
        label: 'Framework file',
        hint: 'A LER JSON export, the text of an exchange page or a CSV file of statements, up to 5 MiB. It is recognised by its content and seen by this organization only.',
        send: 'Import',
      }}
      refused={answer?.refused ?? null}
      outcome={answer?.report ? <ImportOutcome report={answer.report} base={place.base} /> : null}
    />
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
