import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { deleteView, renameView, saveView } from '~/modules/capability/commands/change-saved-views';
import { listSavedViews } from '~/modules/capability/queries/list-saved-views';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { readHeatmapState } from '../o.$org.heatmap/heatmap-state';
import { stateSearch } from '../o.$org.heatmap/state-search';
import { readViewForm } from './read-view-form.server';
import { SaveView } from './save-view';
import { stateWords } from './state-words.server';
import { ViewList } from './view-list';

export const meta: MetaFunction = () => [{ title: 'Saved views · Cadre' }];

/** The views that the reader may open, and the one that the address holds, to be kept. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async (args) => {
  const { ctx, viewer, context, url } = args;
  const { id, name: organization, slug } = viewer.organization;
  const rows = await listSavedViews(ctx, viewer);
  const others = rows.filter(({ isOwn }) => !isOwn).map(({ savedBy }) => savedBy);
  const actors = others.length > 0 ? await listActors(context.database, id, others) : [];
  const state = readHeatmapState(url.searchParams);
  return {
    organization,
    base: `/o/${slug}`,
    /** What the address holds, as it would be kept. */
    search: stateSearch(state),
    ...{ rows: state.rows, metric: state.metric, words: await stateWords(args, state) },
    done: url.searchParams.has('done') ? 'Your views are as you said.' : null,
    views: rows.map(({ savedBy, savedAt: _, ...view }) => ({
      ...view,
      owner: view.isOwn ? null : nameActor({ kind: 'user', id: savedBy }, actors),
    })),
  };
});

type Answer = TypedResponse<never> | ReturnType<typeof data<{ reason: string }>>;

export const action = tenantAction(
  {
    permission: 'heatmap:read',
    body: readViewForm,
    refused: ({ kind, reason }): Answer => data({ reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, url, body }): Promise<Answer> => {
    if (body.intent === 'save') await saveView(ctx, viewer, body.wish);
    if (body.intent === 'rename') await renameView(ctx, viewer, body);
    if (body.intent === 'delete') await deleteView(ctx, viewer, body.viewId);
    const search = new URLSearchParams(stateSearch(readHeatmapState(url.searchParams)));
    search.set('done', '');
    return redirect(`/o/${viewer.organization.slug}/heatmap/views?${search}`);
  },
);

export default function SavedViewsPage() {
  const { organization, base, search, rows, metric, words, done, views } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const heatmap = `${base}/heatmap`;
  return (
    <>
      <PageHeader
        title="Saved views"
        crumbs={[
          { label: organization, to: base },
          { label: 'Capability heatmap', to: search ? `${heatmap}?${search}` : heatmap },
          { label: 'Saved views' },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={done} />
      <div className="stack">
        <SaveView key={views.length} {...{ search, rows, metric, words }} />
        <ViewList views={views} heatmap={heatmap} />
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
