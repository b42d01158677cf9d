import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { confirmAddress, requireRecentSignIn } from '~/http/confirm-address.server';
import { readForm } from '~/http/read-form.server';
import { type TenantArgs, tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { closeOrganization } from '~/modules/organizations/commands/close-organization';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { exportPartOf } from '~/modules/organizations/queries/export-part-of';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { DeletionForm } from './deletion-form';

export const meta: MetaFunction = () => [{ title: 'Copy and deletion · Cadre' }];

const pageOf = ({ viewer }: TenantArgs) => `/o/${viewer.organization.slug}/settings/deletion`;

export const loader = tenantLoader({ permission: 'organization:export' }, async (args) => {
  const { viewer } = args;
  const mayDelete = reachOf(viewer.role, 'organization:delete') !== 'none';
  const { ratings, log } = exportPartOf(viewer.role);
  return {
    copy: { ratings, log },
    mayDelete,
    confirmTo: mayDelete ? await confirmAddress(args, pageOf(args)) : null,
    organization: viewer.organization,
    base: `/o/${viewer.organization.slug}`,
  };
});

async function readDeletion(request: Request): Promise<string> {
  const form = await readForm(request);
  if (form.get('copied') !== 'yes') {
    const detail = 'Say that the copies you need are made: nothing can be brought back.';
    throw new InvalidInput(detail, [{ pointer: 'copied', detail }]);
  }
  return String(form.get('slug') ?? '');
}

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'organization:delete',
    body: readDeletion,
    refused: ({ reason, errors }): Answer => data({ reason, errors }, { status: 422 }),
  },
  async (args): Promise<Answer> => {
    await requireRecentSignIn(args, pageOf(args));
    await closeOrganization(args.context, args.viewer, args.body);
    return redirect('/login?done=deleted');
  },
);

export default function Deletion() {
  const { copy, mayDelete, confirmTo, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <>
      <PageHeader
        title="Copy and deletion"
        crumbs={[{ label: organization.name, to: base }, { label: 'Copy and deletion' }]}
      />
      {refusal ? (
        <Notice tone="bad" announce>
          {refusal.reason}
        </Notice>
      ) : null}
      <div className="stack">
        <Card title={`A copy of ${organization.name}`}>
          <div className="document">
            <p>
              One line of JSON for each row: people, teams, occupations held, targets, own frameworks,
              settings, members{copy.log ? ', audit log' : ''}
              {copy.ratings ? ', ratings, evidence, figures' : ''}.
            </p>
            {copy.ratings ? null : <p>Ratings of people are in the copy of an HR partner alone.</p>}
            {copy.log ? null : <p>The audit log is in the copy of an owner alone.</p>}
            <p>The audit log says that a copy was made.</p>
          </div>
          <a className="button" href={`${base}/settings/deletion/copy`} download>
            Download a copy
          </a>
        </Card>
        {mayDelete ? (
          <DeletionForm organization={organization} confirmTo={confirmTo} faultOf={faultOf} />
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
