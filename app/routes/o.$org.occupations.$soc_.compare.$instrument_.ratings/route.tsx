import { data, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { FormOutcome } from '~/components/form-outcome';
import { InlineSelect } from '~/components/inline-select';
import { PageHeader } from '~/components/page-header';
import { type TenantArgs, tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { applyReexpression, undoReexpression } from '~/modules/assessments/commands/change-reexpression';
import { getReexpressionPage } from '~/modules/capability/queries/get-reexpression-page';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { NotFound } from '~/shared/errors';
import { AppliedCard } from './applied-card';
import { MovesCard } from './moves-card';
import { readReexpression } from './read-reexpression.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `${page.title}, ratings in another version` : 'Ratings'} · Cadre` },
];

const DONE_WORDS: Readonly<Record<string, string>> = {
  applied: 'The ratings are read in the new version; the figures follow within a moment.',
  undone: 'It is taken back: every rating counts as it was made.',
};

/** Which ratings move when those under one version of a framework are read in another. */
export const loader = tenantLoader({ permission: 'catalogue:write' }, async (args) => {
  const { ctx, viewer, url, context } = args;
  const place = placeOf(args);
  const version = (name: string) => url.searchParams.get(name)?.slice(0, 500) || undefined;
  const question = { ...place, from: version('from'), to: version('to') };
  const { applied, ...page } = await getReexpressionPage(ctx, { viewer, ...question });
  const actors = applied
    ? await listActors(context.database, viewer.organization.id, [applied.appliedBy])
    : [];
  return {
    ...{ ...place, ...page },
    applied: applied && {
      ...{ id: applied.reexpressionId, from: applied.fromVersion, to: applied.toVersion },
      at: applied.appliedAt.toISOString(),
      by: nameActor({ kind: 'user', id: applied.appliedBy }, actors),
    },
    timeZone: (await getSettings(ctx)).timeZone,
    done: DONE_WORDS[url.searchParams.get('done') ?? ''] ?? null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

function placeOf({ params }: Pick<TenantArgs, 'params'>) {
  const { soc = '', instrument = '' } = params;
  if (!isInstrument(instrument)) throw new NotFound('There is no such framework.');
  return { soc, instrument };
}

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readReexpression,
    refused: ({ kind, reason }): unknown => data({ reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async (args): Promise<unknown> => {
    const { ctx, body, url } = args;
    const { from, to, moves, id } = body;
    const place = placeOf(args);
    if (body.intent === 'apply') await applyReexpression(ctx, { ...place, from, to, moves });
    else await undoReexpression(ctx, { ...place, id });
    const done = body.intent === 'apply' ? 'applied' : 'undone';
    const search = new URLSearchParams({ from, to, done });
    return redirect(`${url.pathname.replace(/\.data$/u, '')}?${search}`);
  },
);

export default function ReexpressionPage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData() as { readonly reason: string } | undefined;
  const { soc, instrument, title, versions, from, to, applied, organization, base } = page;
  const place = `${base}/occupations/${soc}`;
  return (
    <>
      <PageHeader
        title={`${title}, ratings in another version`}
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: soc, to: `${place}?view=${instrument}` },
          { label: 'Versions', to: `${place}/compare/${instrument}?${new URLSearchParams({ from, to })}` },
        ]}
        asOf={INSTRUMENT_LABELS[instrument]}
      />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      <p className="lead">
        Ratings keep the version that they were made under. Only those with ticked statements can be read in
        another one: a level moves where the ticks mean another level there. What was rated stays, and it can
        be taken back as a whole.
      </p>
      <Form method="get" className="bar comparison-versions">
        <InlineSelect name="from" label="Made under" value={from} options={versions} />
        <InlineSelect name="to" label="Read in" value={to} options={versions} />
        <Button type="submit">Show</Button>
      </Form>
      <div className="stack">
        {applied ? <AppliedCard applied={applied} from={from} to={to} timeZone={page.timeZone} /> : null}
        <MovesCard {...page} mayApply={applied === null} />
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
