import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { readForm } from '~/http/read-form.server';
import { type TenantArgs, tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { confirmSplits, undoSplit } from '~/modules/frameworks/commands/confirm-splits';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { listSplits } from '~/modules/frameworks/queries/list-splits';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import { listSources } from '~/modules/occupations/queries/list-sources';
import { SourceList } from '~/modules/occupations/ui/source-list';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { isCadreError, NotFound } from '~/shared/errors';
import { readSplitForm } from './split-form';
import { SplitList } from './split-list';
import { type Refusal, SplitOutcome } from './split-outcome';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `${page.title}, label and behaviour` : 'Label and behaviour'} · Cadre` },
];

/** The statements of a framework whose source has lost the split, for a person to confirm it. */
export const loader = tenantLoader({ permission: 'catalogue:write' }, async (args) => {
  const { ctx, viewer, context, url } = args;
  const question = questionOf(args);
  const list = await listSplits(ctx, question);
  const by = new Set(list.splits.flatMap(({ confirmed }) => confirmed?.confirmedBy ?? []));
  const actors = await listActors(context.database, viewer.organization.id, [...by]);
  const splits = list.splits.map(({ confirmed, ...split }) => ({
    ...split,
    confirmed: confirmed && { ...confirmed, confirmedAt: confirmed.confirmedAt.toISOString() },
  }));
  return {
    ...list,
    splits,
    people: Object.fromEntries(actors.map(({ id, name }) => [id, name])),
    sources: await listSources(ctx, [list.sourceId]),
    zone: (await getSettings(ctx)).timeZone,
    soc: question.soc,
    instrument: question.instrument,
    done: Number(url.searchParams.get('done') ?? '') || 0,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

function questionOf({ params, url }: Pick<TenantArgs, 'params' | 'url'>) {
  const { soc = '', instrument = '' } = params;
  if (!isInstrument(instrument)) throw new NotFound('There is no such framework.');
  const version = (url.searchParams.get('version') ?? '').toWellFormed().replaceAll('\u0000', '');
  return { soc, instrument, ...(version === '' ? {} : { version }) };
}

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: async (request) => readSplitForm(await readForm(request)),
    refused: ({ reason, errors }): unknown => data<Refusal>({ reason, errors, answers: [] }, { status: 422 }),
  },
  async (args): Promise<unknown> => {
    const { ctx, url, body } = args;
    const question = questionOf(args);
    const { intent } = body;
    const search = new URLSearchParams(question.version ? { version: question.version } : {});
    try {
      if (intent.kind === 'undo') await undoSplit(ctx, question, intent.id);
      else search.set('done', String(await confirmSplits(ctx, question, intent.answers)));
    } catch (error) {
      // Refused before anything is written: what was typed is shown again.
      if (!isCadreError(error) || error.kind !== 'invalid-input') throw error;
      const { reason, errors } = error;
      return data<Refusal>({ reason, errors, answers: body.filled }, { status: 422 });
    }
    return redirect(`${url.pathname.replace(/\.data$/u, '')}?${search}`);
  },
);

export default function SplitsPage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData() as Refusal | undefined;
  const { title, version, own, of, splits, soc, instrument, done, organization, base } = page;
  const place = `${base}/occupations/${soc}`;
  const open = splits.filter(({ confirmed }) => confirmed === null).length;
  return (
    <>
      <PageHeader
        title={`${title}, label and behaviour`}
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: soc, to: `${place}?view=${instrument}` },
          { label: 'Label and behaviour' },
        ]}
        asOf={`${INSTRUMENT_LABELS[instrument]} ${version} · ${own ? 'your own framework' : 'shared catalogue'} · ${open} of ${of} statements to confirm`}
      />
      <SplitOutcome done={done} refusal={refusal ?? null} />
      {splits.length > 0 ? (
        <SplitList page={page} errors={refusal?.errors ?? []} filled={refusal?.answers ?? []} />
      ) : (
        <EmptyState
          title="Nothing to confirm"
          action={<ButtonLink to={`${place}?view=${instrument}`}>Show the statements</ButtonLink>}
        >
          The source of every statement says where the label ends and the behaviour begins.
        </EmptyState>
      )}
      <Card title="Source">
        <SourceList sources={page.sources} />
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
