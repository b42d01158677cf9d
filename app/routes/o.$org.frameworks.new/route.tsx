import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { readForm } from '~/http/read-form.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { beginDraft } from '~/modules/frameworks/commands/begin-draft';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { listCopyChoices } from '~/modules/frameworks/queries/list-copy-choices';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { BeginForm } from './begin-form';
import { OccupationForm } from './occupation-form';

export const meta: MetaFunction = () => [{ title: 'New framework · Cadre' }];

/** First the occupation and instrument, then what the draft begins with. */
export const loader = tenantLoader({ permission: 'catalogue:write' }, async ({ ctx, viewer, url }) => {
  const soc = (url.searchParams.get('soc') ?? '').trim();
  const asked = url.searchParams.get('instrument') ?? '';
  const instrument = isInstrument(asked) ? asked : 'mastery';
  return {
    soc,
    instrument,
    from: url.searchParams.get('from'),
    begun: soc !== '',
    ...(await listCopyChoices(ctx, { soc, instrument })),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

async function readBeginning(request: Request) {
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const instrument = text('instrument');
  if (!isInstrument(instrument))
    throw new InvalidInput('The form does not say for which instrument. Open the page again.');
  const copyOf = text('copyOf');
  return {
    soc: text('soc'),
    instrument,
    version: text('version'),
    copyOf: copyOf === '' ? null : copyOf,
  };
}

interface Answer {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readBeginning,
    refused: ({ reason, errors }): unknown => data<Answer>({ reason, errors }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<unknown> =>
    redirect(`/o/${viewer.organization.slug}/frameworks/${await beginDraft(ctx, body)}?done=begun`),
);

export default function NewFrameworkPage() {
  const { soc, instrument, from, begun, title, choices, organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const faultOf = (field: string) => answer?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <>
      <PageHeader
        title="New framework"
        crumbs={[
          { label: organization, to: base },
          { label: 'Own frameworks', to: `${base}/frameworks` },
          { label: 'New' },
        ]}
      />
      {answer ? (
        <Notice tone="bad" title={answer.reason} announce>
          {answer.errors.map(({ detail }) => detail).join(' ')}
        </Notice>
      ) : null}
      <div className="editor">
        <OccupationForm
          soc={soc}
          instrument={instrument}
          error={begun && title === null ? 'The catalogue has no occupation with this code.' : undefined}
        />
        {title === null ? null : (
          <BeginForm
            key={`${soc} ${instrument}`}
            occupation={{ soc, title }}
            instrument={instrument}
            choices={choices}
            from={from}
            faultOf={faultOf}
          />
        )}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
