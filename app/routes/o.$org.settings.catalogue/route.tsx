import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { listCatalogueSources } from '~/modules/frameworks/queries/list-catalogue-sources';
import { importSourceUpload } from '~/modules/occupations/commands/import-source-upload';
import { SourceTable } from '~/modules/occupations/ui/source-table';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { isOperator } from '~/modules/organizations/queries/is-operator';
import { listOperations } from '~/modules/organizations/queries/list-operations';
import { OperationList } from '~/modules/organizations/ui/operation-list';
import { readSourceForm } from './read-source-form.server';
import { UploadForm } from './upload-form';

const RECENT = 8;

export const meta: MetaFunction = () => [{ title: 'Sources of the catalogue · Cadre' }];

/** Every source of the catalogue, and for those who may change it the form that adds one. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, context }) => {
  const mayWrite = reachOf(viewer.role, 'catalogue:write') !== 'none';
  return {
    ...(await listCatalogueSources(ctx)),
    imports: mayWrite ? await listOperations(ctx, viewer, { kind: 'import-source', limit: RECENT }) : [],
    zone: (await getSettings(ctx)).timeZone,
    mayWrite,
    mayShare: mayWrite && (await isOperator(context.database, viewer)),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Answer = TypedResponse<never> | ReturnType<typeof data<{ refused: string }>>;

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readSourceForm,
    refused: ({ reason }): Answer => data({ refused: reason }, { status: 422 }),
  },
  async ({ ctx, viewer, body: { uploadId, input } }): Promise<Answer> => {
    const id = await importSourceUpload(ctx, uploadId, input);
    return redirect(`/o/${viewer.organization.slug}/operations/${id}`);
  },
);

export default function CatalogueSettings() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const busy = useNavigation().state === 'submitting';
  return (
    <>
      <PageHeader
        title="Sources of the catalogue"
        crumbs={[
          { label: page.organization, to: page.base },
          { label: 'Occupations', to: `${page.base}/occupations` },
          { label: 'Sources' },
        ]}
      />
      {refused ? (
        <Notice tone="bad" title="Nothing was imported" announce>
          <p>{refused}</p>
        </Notice>
      ) : null}
      <div className="stack">
        {page.mayWrite ? <UploadForm mayShare={page.mayShare} busy={busy} /> : null}
        {page.imports.length > 0 ? (
          <Card title="Latest imports" padded={false}>
            <OperationList operations={page.imports} zone={page.zone} base={page.base} />
          </Card>
        ) : null}
        <Card title={`Own sources of ${page.organization}`} padded={false}>
          {page.own.length > 0 ? (
            <SourceTable label="Own sources" sources={page.own} zone={page.zone} />
          ) : (
            <EmptyState title="No own sources">
              Frameworks that this organization brings stand here; no other organization sees them.
            </EmptyState>
          )}
        </Card>
        <Card title="Shared by all organizations" padded={false}>
          {page.shared.length > 0 ? (
            <SourceTable label="Shared sources" sources={page.shared} zone={page.zone} />
          ) : (
            <EmptyState title="No shared sources">
              What an operator of this installation imports for all organizations stands here.
            </EmptyState>
          )}
        </Card>
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
