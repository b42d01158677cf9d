import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { ExportLinks } from '~/components/export-links';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { useRefreshWhile } from '~/components/use-refresh-while';
import { declare } from '~/http/declaration';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { askForScoresOf } from '~/modules/occupations/commands/score-titles';
import { getLastConfirmation } from '~/modules/occupations/queries/last-confirmation';
import { getMappingInbox } from '~/modules/occupations/queries/mapping-inbox';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { AboveCard } from './above-card';
import { aboveShown } from './above-mark.server';
import { InboxBar } from './inbox-bar';
import { addressOf, exportOf, readState } from './inbox-state';
import { matchShown } from './match-shown.server';
import { obeyMappingForm } from './obey-mapping-form.server';
import { outcomeWords } from './outcome-words';
import { readMappingForm } from './read-mapping-form.server';
import { TitleList } from './title-list';
import { UndoForm } from './undo-form';

export const meta: MetaFunction = () => [{ title: 'Mapping · Cadre' }];

const PAGE = 50;

const read = tenantLoader({ permission: 'mapping:write' }, async ({ ctx, viewer, url, context }) => {
  const state = readState(url.searchParams);
  const question = { day: await organizationDay(ctx), teamIds: null };
  const { titles, ...inbox } = await getMappingInbox(ctx, { ...question, ...state, limit: PAGE });
  askForScoresOf(ctx, inbox);
  return {
    page: {
      ...inbox,
      state,
      above: await aboveShown(ctx, question, state.above),
      last: await getLastConfirmation(ctx),
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
      done: outcomeWords(url.searchParams.get('said') ?? ''),
    },
    match: await matchShown(ctx, context, titles),
  };
});

/** The titles of people with the occupations that they may be; what is not matched yet is matched after the read. */
export const loader = declare({ permission: 'mapping:write' }, async (args: LoaderFunctionArgs) => {
  const { page, match } = await read(args);
  const titles = (await match()).map(
    ({ key, title, spellings, people, unmapped, waiting, states, faults, ...rest }) => {
      const { held, version, remembered, candidates } = rest;
      const shown = { key, title, spellings, people, unmapped, waiting, states, faults };
      return { ...shown, held, version, remembered, candidates };
    },
  );
  return { ...page, titles };
});

export const action = tenantAction(
  {
    permission: 'mapping:write',
    body: (request) => readMappingForm(request),
    refused: ({ kind, reason }): unknown => data({ reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body, url }): Promise<unknown> => {
    const base = `/o/${viewer.organization.slug}`;
    const outcome = await obeyMappingForm(ctx, viewer, body);
    if ('operationId' in outcome) return redirect(`${base}/operations/${outcome.operationId}`);
    const { above: _, ...state } = readState(url.searchParams);
    return redirect(addressOf(base, { ...state, above: null }, { said: outcome.said }));
  },
);

export default function MappingPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData() as { readonly reason: string } | undefined;
  const { titles, totals, state, base, release, unscored } = page;
  useRefreshWhile(unscored > 0, titles.some(({ candidates }) => candidates === null) ? 2_000 : 5_000);
  const of = `${totals.all.titles.toLocaleString('en')} titles of ${totals.all.people.toLocaleString('en')} people`;
  return (
    <>
      <PageHeader
        title="Mapping"
        crumbs={[{ label: page.organization, to: base }, { label: 'Mapping' }]}
        asOf={release ? `${of} · O*NET ${release}` : `${of} · no O*NET release is loaded`}
        tools={
          <>
            {titles.length > 0 ? <ExportLinks to={exportOf(base, state)} of="these titles" /> : null}
            {page.last ? <UndoForm last={page.last} /> : null}
          </>
        }
      />
      <FormOutcome refused={refused?.reason} done={page.done} />
      <InboxBar base={base} state={state} totals={totals} />
      {release && totals.unmapped.titles > 0 ? (
        <AboveCard base={base} state={state} above={page.above} unscored={unscored} />
      ) : null}
      {titles.length > 0 ? (
        <TitleList
          {...{ base, titles, state, found: page.found, pages: page.pages }}
          canMatch={release !== null}
        />
      ) : (
        <EmptyState title={state.query ? 'No title reads like this' : emptyTitle(state.filter)}>
          {totals.all.titles === 0
            ? 'Once people are imported, their titles stand here with the occupations that they may be.'
            : 'Titles come back here when somebody new has no occupation, when a mapping hardly fits, and when a new O*NET release renames an occupation or has it no more.'}
        </EmptyState>
      )}
    </>
  );
}

function emptyTitle(filter: string): string {
  return filter === 'review' ? 'Nothing to review' : 'No titles here';
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
