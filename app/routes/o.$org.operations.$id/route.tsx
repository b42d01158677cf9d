import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { RefreshWithoutScript } from '~/components/refresh-without-script';
import { useRefreshWhile } from '~/components/use-refresh-while';
import { readForm } from '~/http/read-form.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { cancelOperation } from '~/modules/organizations/commands/cancel-operation';
import { isOver } from '~/modules/organizations/domain/operation-state';
import { operationTitle } from '~/modules/organizations/domain/operation-words';
import { getOperationToStop } from '~/modules/organizations/queries/get-operation';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { OperationCard } from '~/modules/organizations/ui/operation-card';
import { InvalidInput } from '~/shared/errors';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? operationTitle(page.operation.kind) : 'Task'} · Cadre` },
];

/** How far a long task is and what came of it; the page renews itself until it is over. */
export const loader = tenantLoader({ permission: 'session:read' }, async ({ ctx, viewer, params }) => ({
  ...(await getOperationToStop(ctx, viewer, params['id'] ?? '')),
  zone: (await getSettings(ctx)).timeZone,
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

async function readIntent(request: Request): Promise<'cancel'> {
  if ((await readForm(request)).get('intent') !== 'cancel')
    throw new InvalidInput('The form does not say what to do. Open the page again.');
  return 'cancel';
}

export const action = tenantAction(
  {
    permission: 'session:read',
    body: readIntent,
    refused: ({ reason }) => data<{ refused: string | null }>({ refused: reason }, { status: 422 }),
  },
  async ({ ctx, viewer, params }) => {
    await cancelOperation(ctx, viewer, params['id'] ?? '');
    return data<{ refused: string | null }>({ refused: null });
  },
);

export default function OperationPage() {
  const { operation, mayStop, zone, organization, base } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const waiting = !isOver(operation.state);
  useRefreshWhile(waiting);
  const title = operationTitle(operation.kind);
  return (
    <>
      {waiting ? <RefreshWithoutScript /> : null}
      <PageHeader title={title} crumbs={[{ label: organization, to: base }, { label: title }]} />
      {refused ? (
        <Notice tone="bad" title="Nothing was stopped" announce>
          <p>{refused}</p>
        </Notice>
      ) : null}
      <OperationCard operation={operation} mayStop={mayStop} zone={zone} base={base} />
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
