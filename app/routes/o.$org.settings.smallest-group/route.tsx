import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { answerKLowering, askToLowerK } from '~/modules/organizations/commands/lower-suppression-k';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { SETTING_RANGES } from '~/modules/organizations/domain/settings-ranges';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { listLowerings } from '~/modules/organizations/queries/list-k-lowerings';
import { dayInZone } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';
import { AskForm } from './ask-form';
import { LoweringsTable } from './lowerings-table';
import { readLoweringForm } from './read-lowering-form.server';
import { WaitingCard } from './waiting-card';

export const meta: MetaFunction = () => [{ title: 'Smallest group · Cadre' }];

export const loader = tenantLoader({ permission: 'organization:read' }, async ({ ctx, viewer, context }) => {
  const { suppressionK: k, timeZone } = await getSettings(ctx);
  const { least } = SETTING_RANGES.suppressionK;
  const rows = await listLowerings(ctx);
  const ids = rows.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy ?? []].flat());
  const actors = await listActors(context.database, viewer.organization.id, ids);
  const nameOf = (id: string) => nameActor({ kind: 'user', id }, actors);
  const lowerings = rows.map(({ askedAt, answeredAt, answeredBy, ...row }) => ({
    ...row,
    asker: nameOf(row.askedBy),
    answerer: answeredBy ? nameOf(answeredBy) : null,
    day: dayInZone(answeredAt ?? askedAt, timeZone),
  }));
  const waiting = lowerings.find(({ state }) => state === 'waiting') ?? null;
  return {
    k,
    least,
    waiting,
    past: lowerings.filter(({ state }) => state !== 'waiting'),
    mayAsk: viewer.role === 'owner' && !waiting && k > least,
    mayAgree: viewer.role === 'hr_partner' && waiting?.askedBy !== viewer.id,
    mayDecline: viewer.role === 'owner' || viewer.role === 'hr_partner',
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
    permission: 'suppression:lower',
    body: readLoweringForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    if (body.intent === 'ask') await askToLowerK(ctx, viewer, body);
    else await answerKLowering(ctx, viewer, { ...body, agree: body.intent === 'agree' });
    return redirect(`/o/${viewer.organization.slug}/settings/smallest-group`);
  },
);

export default function SmallestGroup() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const { k, waiting, past, base } = page;
  return (
    <>
      <PageHeader
        title="Smallest group"
        crumbs={[
          { label: page.organization, to: base },
          { label: 'Settings', to: `${base}/settings` },
          { label: 'Smallest group' },
        ]}
      />
      {refusal ? (
        <Notice tone="bad" announce>
          {refusal.reason}
        </Notice>
      ) : null}
      <p className="lead">
        People without individual access read figures of groups of at least {k} people. An owner may ask for
        smaller groups; they are shown once an HR partner agrees, from the next release on.
      </p>
      <div className="stack">
        {waiting ? (
          <WaitingCard lowering={waiting} mayAgree={page.mayAgree} mayDecline={page.mayDecline} />
        ) : null}
        {page.mayAsk ? <AskForm k={k} least={page.least} faultOf={faultOf} /> : null}
        <Card title="What was asked before" padded={false}>
          {past.length > 0 ? (
            <LoweringsTable lowerings={past} />
          ) : (
            <EmptyState title="Nothing was asked yet">
              Who asked for smaller groups, why, and who agreed stands here.
            </EmptyState>
          )}
        </Card>
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
