import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { declare } from '~/http/declaration';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { startConfirming } from '~/modules/occupations/commands/start-confirming';
import { getTitleOfInbox } from '~/modules/occupations/queries/title-of-inbox';
import { TitleMarks } from '~/modules/occupations/ui/title-marks';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import type { FieldError } from '~/shared/errors';
import { formatDay } from '~/shared/format-day';
import { matchShown } from '../o.$org.mapping._index/match-shown.server';
import { HoldersTable } from './holders-table';
import { OccupationFields } from './occupation-fields';
import { readTitleForm } from './read-title-form.server';
import { ScopeFields } from './scope-fields';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title.title ?? 'Title'}, mapping · Cadre` },
];

/** People of a title that the page lists. */
const PEOPLE = 500;

const read = tenantLoader({ permission: 'mapping:write' }, async ({ ctx, viewer, url, context }) => {
  const key = (url.searchParams.get('key') ?? '').toWellFormed().replaceAll('\u0000', '');
  const day = await organizationDay(ctx);
  const { holders, ...title } = await getTitleOfInbox(ctx, { key, day, limit: PEOPLE });
  return {
    page: {
      holders,
      day,
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    },
    title,
    match: await matchShown(ctx, context, [title]),
  };
});

/** One cluster of titles with its spellings and people. */
export const loader = declare({ permission: 'mapping:write' }, async (args: LoaderFunctionArgs) => {
  const { page, title, match } = await read(args);
  const [matched] = await match();
  return { ...page, title: matched ?? title };
});

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

export const action = tenantAction(
  {
    permission: 'mapping:write',
    body: readTitleForm,
    refused: ({ kind, reason, errors }): unknown =>
      data<Refusal>({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body }): Promise<unknown> => {
    const base = `/o/${viewer.organization.slug}`;
    const [decision] = body.decisions;
    const day = await organizationDay(ctx);
    const title = await getTitleOfInbox(ctx, { key: decision?.key ?? '', day, limit: 0 });
    const people = decision?.people === 'all' ? title.people : title.waiting;
    const named = Array.isArray(decision?.people) || decision?.people === 'none';
    const begun = await startConfirming(ctx, viewer, { confirmation: body, people: named ? 0 : people });
    if ('operationId' in begun) return redirect(`${base}/operations/${begun.operationId}`);
    return redirect(`${base}/mapping?said=done.${begun.done.titles}.${begun.done.people}`);
  },
);

export default function TitlePage() {
  const { title, holders, day, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData() as Refusal | undefined;
  const errorOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const crumbs = [
    { label: organization, to: base },
    { label: 'Mapping', to: `${base}/mapping` },
    { label: title.title },
  ];
  const people = `${title.people.toLocaleString('en')} ${title.people === 1 ? 'person' : 'people'}`;
  return (
    <>
      <PageHeader title={title.title} crumbs={crumbs} asOf={`${people} on ${formatDay(day)}`} />
      <FormOutcome refused={refusal?.reason} done={null} />
      <Form method="post" className="stack">
        <input type="hidden" name="key" value={title.key} />
        <input type="hidden" name="version" value={title.version} />
        <Card title="Spellings">
          <ul className="mapping-marks">
            {title.spellings.map((one) => (
              <li key={one.title}>
                {one.title} ({one.people.toLocaleString('en')})
              </li>
            ))}
          </ul>
          <TitleMarks title={title} />
        </Card>
        <Card title="Occupation">
          <div className="mapping-form">
            <OccupationFields title={title} errorOf={errorOf} />
            <ScopeFields title={title} errorOf={errorOf} />
          </div>
        </Card>
        <HoldersTable holders={holders} people={title.people} />
      </Form>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
