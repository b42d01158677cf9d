import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { confirmRewording, undoRewording } from '~/modules/frameworks/commands/confirm-rewording';
import { compareFrameworks, listComparable } from '~/modules/frameworks/queries/compare-frameworks';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import { listSources } from '~/modules/occupations/queries/list-sources';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { NotFound } from '~/shared/errors';
import { comparisonRows, countRows } from './comparison-rows';
import { readComparisonState, searchOf } from './comparison-state';
import { ComparisonView } from './comparison-view';
import { peopleOf } from './confirmers';
import { OneVersion } from './one-version';
import { placeOf } from './place-of';
import { readAnswer } from './read-answer.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `${page.title}, versions compared` : 'Versions'} · Cadre` },
];

/** Two versions of a framework side by side. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async (args) => {
  const { ctx, viewer, url } = args;
  const { soc, instrument } = placeOf(args);
  const state = readComparisonState(url.searchParams);
  const heads = await listComparable(ctx, { soc, instrument });
  const [newest] = heads;
  if (!newest) throw new NotFound('There is no such framework.');
  const page = {
    ...{ soc, instrument, title: newest.title, state },
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
    mayConfirm: viewer.kind === 'user' && reachOf(viewer.role, 'catalogue:write') !== 'none',
  };
  if (heads.length < 2 && state.from === undefined) return { ...page, comparison: null };
  const compared = await compareFrameworks(ctx, { soc, instrument, ...state });
  const all = comparisonRows(compared);
  const rows = all.filter(({ kind }) => (state.show === 'changes' ? kind !== 'same' : kind === state.show));
  const { versions, from, to } = compared;
  const levels = newest.levels.map(({ rank, label }) => ({ rank, label }));
  const zone = (await getSettings(ctx)).timeZone;
  const people = await peopleOf(args, rows);
  const sources = await listSources(
    ctx,
    heads.map(({ sourceId }) => sourceId),
  );
  return {
    ...page,
    comparison: {
      instrument,
      versions,
      from,
      to,
      levels,
      counts: countRows(all),
      rows,
      people,
      zone,
      sources,
    },
  };
});

/** A person says, or takes back, that two statements are one. */
export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readAnswer,
    refused: ({ kind, reason }): unknown => data({ reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async (args): Promise<unknown> => {
    const { intent, ...pair } = args.body;
    const { from, to, show } = readComparisonState(args.url.searchParams);
    const answer = { ...placeOf(args), ...pair, from, to };
    await (intent === 'confirm' ? confirmRewording : undoRewording)(args.ctx, answer);
    return redirect(`${args.url.pathname.replace(/\.data$/u, '')}${searchOf({ from, to, show })}`);
  },
);

export default function ComparisonPage() {
  const { soc, instrument, title, organization, base, comparison, state, mayConfirm } =
    useLoaderData<typeof loader>();
  const refusal = useActionData() as { readonly reason: string } | undefined;
  const place = `${base}/occupations/${soc}`;
  return (
    <>
      <PageHeader
        title={`${title}, versions compared`}
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: soc, to: `${place}?view=${instrument}` },
          { label: 'Versions' },
        ]}
        asOf={INSTRUMENT_LABELS[instrument]}
      />
      {refusal ? (
        <Notice tone="bad" title="Nothing was changed" announce>
          {refusal.reason}
        </Notice>
      ) : null}
      {comparison ? (
        <ComparisonView comparison={comparison} state={state} mayConfirm={mayConfirm} place={place} />
      ) : (
        <OneVersion place={`${place}?view=${instrument}`} />
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
