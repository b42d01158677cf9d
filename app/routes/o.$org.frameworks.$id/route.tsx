import { data, type MetaFunction, redirect } from '@remix-run/node';
import { type ShouldRevalidateFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { readForm } from '~/http/read-form.server';
import { type TenantArgs, tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { discardDraft } from '~/modules/frameworks/commands/discard-draft';
import { editDraft } from '~/modules/frameworks/commands/edit-draft';
import { publishDraft } from '~/modules/frameworks/commands/publish-draft';
import { getDraftPage } from '~/modules/frameworks/queries/get-draft-page';
import { getOwnFramework } from '~/modules/frameworks/queries/get-own-framework';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { isCadreError } from '~/shared/errors';
import { type DraftAnswer, doneQuery, goneWith, refusalOf, STATUS } from './draft-answer';
import { type DraftForm, readDraftForm } from './draft-form';
import { DraftPage } from './draft-page';
import { PublishedPage } from './published-page';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.title}, ${INSTRUMENT_LABELS[page.instrument]} · Cadre` : 'Framework · Cadre' },
];

/** One own framework: the editor of a draft, or a published version as it stands. */
export const loader = tenantLoader({ permission: 'catalogue:write' }, async (args) => {
  const { ctx, viewer, params, url } = args;
  const base = `/o/${viewer.organization.slug}`;
  const place = {
    base,
    organization: viewer.organization.name,
    zone: (await getSettings(ctx)).timeZone,
    query: Object.fromEntries(url.searchParams),
  };
  const draft = await getDraftPage(ctx, params['id'] ?? '');
  if (draft?.publishedAs) throw redirect(`${base}/frameworks/${draft.publishedAs}`);
  if (draft) {
    const by = await nameOf(args, draft.changedBy);
    const { title, instrument } = draft;
    return { kind: 'draft' as const, title, instrument, draft: { ...draft, changedBy: by }, place };
  }
  const view = await getOwnFramework(ctx, params['id'] ?? '');
  const by = view.by === null ? null : await nameOf(args, view.by);
  const { instrument } = view.framework;
  return { kind: 'published' as const, title: view.title, instrument, view: { ...view, by }, place };
});

async function nameOf({ context, viewer }: TenantArgs, id: string): Promise<string> {
  const actors = await listActors(context.database, viewer.organization.id, [id]);
  return actors.find((actor) => actor.id === id)?.name ?? 'the operator';
}

/** A change is refused before anything is written, so its transaction may end; publishing is rolled back. */
export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: async (request) => readDraftForm(await readForm(request)),
    refused: (error): unknown =>
      data(refusalOf(error, null), { status: error.kind === 'conflict' ? 409 : 422 }),
  },
  async (args): Promise<unknown> => {
    const { body, viewer } = args;
    const base = `/o/${viewer.organization.slug}/frameworks`;
    try {
      return redirect(await carryOut(args, base));
    } catch (error) {
      if (!isCadreError(error) || body.intent.kind === 'publish') throw error;
      if (error.kind === 'not-found') throw goneWith(body);
      if (error.kind !== 'conflict' && error.kind !== 'invalid-input') throw error;
      return data(refusalOf(error, body), { status: STATUS[error.kind] });
    }
  },
);

/** Does what the form wants; resolves to the address that shows it. */
async function carryOut(args: TenantArgs & { readonly body: DraftForm }, base: string): Promise<string> {
  const { ctx, params, url, body } = args;
  const { revision, intent } = body;
  const draftId = params['id'] ?? '';
  if (intent.kind === 'discard') {
    await discardDraft(ctx, { draftId, revision });
    return `${base}?discarded=1`;
  }
  if (intent.kind === 'publish')
    return `${base}/${await publishDraft(ctx, { draftId, revision })}?done=publish`;
  await editDraft(ctx, { draftId, revision, change: intent.change });
  const domain = url.searchParams.get('domain');
  const query = new URLSearchParams({ ...(domain ? { domain } : {}), ...doneQuery(body) });
  const rank = 'rank' in intent.change ? `#level-${intent.change.rank}` : '';
  return `${base}/${draftId}?${query}${rank}`;
}

/** After a conflict the page shows the draft as it is now, so that saving again is saving on that. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === STATUS.conflict || defaultShouldRevalidate;

export default function OwnFrameworkPage() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<DraftAnswer>();
  const { state, formMethod } = useNavigation();
  // A refusal is shown with the draft as it is now: until that is there, its forms name the revision of before.
  const answer = state === 'loading' && formMethod ? null : answered;
  if (page.kind === 'published') return <PublishedPage view={page.view} place={page.place} />;
  return <DraftPage draft={page.draft} place={page.place} answer={answer ?? null} />;
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
