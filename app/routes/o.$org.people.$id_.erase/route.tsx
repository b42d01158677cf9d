import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { confirmAddress, requireRecentSignIn } from '~/http/confirm-address.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { startErasure } from '~/modules/capability/commands/start-erasure';
import { getErasureSubject } from '~/modules/capability/queries/get-erasure-subject';
import { requireErasable } from '~/modules/organizations/commands/require-erasable';
import type { FieldError } from '~/shared/errors';
import { EraseForm } from './erase-form';
import { readEraseForm } from './read-erase-form.server';

export const meta: MetaFunction = () => [{ title: 'Erase a person · Cadre' }];

/** Who would be erased, by name and title alone. */
export const loader = tenantLoader({ permission: 'people:erase' }, async (args) => {
  const { ctx, viewer, params, url } = args;
  const { employeeId, name, title, userId } = await getErasureSubject(ctx, params['id'] ?? '');
  return {
    name,
    title,
    signsIn: userId !== null,
    isSelf: employeeId === viewer.employeeId,
    confirmTo: await confirmAddress(args, url.pathname),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'people:erase',
    body: readEraseForm,
    refused: ({ reason, errors }): Answer => data({ reason, errors }, { status: 422 }),
  },
  async (args): Promise<Answer> => {
    const { ctx, viewer, params, url, context, body } = args;
    const { id, userId } = await startErasure(ctx, viewer, { employeeId: params['id'] ?? '', ...body });
    if (userId !== null) await requireErasable(context.database, viewer, userId);
    await requireRecentSignIn(args, url.pathname);
    return redirect(`/o/${viewer.organization.slug}/operations/${id}`);
  },
);

export default function ErasePerson() {
  const { name, title, signsIn, isSelf, confirmTo, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <>
      <PageHeader
        title={`Erase ${name}`}
        crumbs={[{ label: organization, to: base }, { label: 'People' }, { label: 'Erase' }]}
      />
      <p className="lead">{title}</p>
      {refusal ? (
        <Notice tone="bad" announce>
          {refusal.reason}
        </Notice>
      ) : null}
      <div className="stack">
        <Card title="What happens">
          <div className="document">
            <ul>
              <li>The record goes, with occupations held, levels, ratings and evidence about the person.</li>
              <li>Ratings that the person gave to others are kept without saying who gave them.</li>
              {signsIn ? (
                <li>The sign-in ends here; the account goes when it belongs to no other organization.</li>
              ) : null}
              <li>
                Released figures stay as they are; a random number takes the person’s place in what they were
                counted from.
              </li>
              <li>
                The audit log keeps that somebody was erased, by whom and why; values about the person go.
              </li>
            </ul>
            <p>It cannot be undone. Backups hold the person until they are replaced.</p>
          </div>
        </Card>
        {isSelf ? (
          <Notice tone="warn">Nobody erases themselves. Ask somebody else who may.</Notice>
        ) : (
          <EraseForm name={name} confirmTo={confirmTo} faultOf={faultOf} />
        )}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
