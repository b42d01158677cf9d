import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { recordLeavers } from '~/modules/people/commands/imports/record-leavers';
import { getImport } from '~/modules/people/queries/get-import';
import { listImportPreview } from '~/modules/people/queries/list-import-preview';

const PAGE = 200;

export const meta: MetaFunction = () => [{ title: 'Who has left · Cadre' }];

/** People who are missing from a full file; a person ticks who has left, and from when. */
export const loader = tenantLoader(
  { permission: 'directory:write' },
  async ({ ctx, viewer, params, url }) => {
    const described = await getImport(ctx, viewer, params['id'] ?? '');
    const after = Number(url.searchParams.get('after') ?? 0);
    const place = Number.isSafeInteger(after) && after >= 0 && after < 2 ** 31 ? after : 0;
    const { rows, next } = await listImportPreview(ctx, described.importId, {
      outcome: 'missing',
      after: place,
      limit: PAGE,
    });
    const done = Number(url.searchParams.get('done') ?? 0);
    return {
      rows,
      next,
      done: Number.isSafeInteger(done) && done > 0 ? done : null,
      today: await organizationDay(ctx),
      id: described.importId,
      fileName: described.fileName,
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    };
  },
);

type Answer = TypedResponse<never> | ReturnType<typeof data<{ refused: string }>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: (request) => readFields(request, { single: ['day'], several: ['left'] }),
    refused: ({ kind, reason }): Answer =>
      data({ refused: reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body: { one, many } }): Promise<Answer> => {
    const { importId } = await getImport(ctx, viewer, params['id'] ?? '');
    const positions = many.left.filter((text) => /^\d{1,9}$/.test(text)).map(Number);
    const today = await organizationDay(ctx);
    const left = await recordLeavers(ctx, { importId, positions, day: one.day, today, by: viewer.id });
    return redirect(`/o/${viewer.organization.slug}/imports/${importId}/leavers?done=${left}`);
  },
);

export default function Leavers() {
  const { rows, next, done, today, id, fileName, organization, base } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const place = `${base}/imports/${id}`;
  return (
    <>
      <PageHeader
        title="Who has left"
        crumbs={[
          { label: organization, to: base },
          { label: 'Imports', to: `${base}/imports` },
          { label: fileName, to: place },
          { label: 'Who has left' },
        ]}
      />
      <FormOutcome
        refused={refused}
        done={done ? `${done === 1 ? '1 person is' : `${done} people are`} noted as having left.` : null}
      />
      <Card title="Not in the file">
        {rows.length > 0 ? (
          <Form method="post">
            <p>These people work here and were not in the file. Who is not ticked stays as they are.</p>
            <Field
              label="They have left from"
              name="day"
              type="date"
              required
              defaultValue={today}
              hint="The first day on which they no longer work here."
            />
            <fieldset className="import-leavers">
              <legend>Who has left</legend>
              {rows.map(({ position, name, externalId, detail }) => (
                <label key={position} className="upload-choice">
                  <input type="checkbox" name="left" value={position} />
                  {name} <span className="small">{externalId}</span>{' '}
                  <span className="small">{detail.team}</span>
                </label>
              ))}
            </fieldset>
            <Button type="submit" variant="primary">
              Note who has left
            </Button>{' '}
            {next === null ? null : <Link to={`${place}/leavers?after=${next}`}>Next people</Link>}
          </Form>
        ) : (
          <EmptyState title="Nobody is missing">
            Everybody who works here is in the file, or it was said who has left.
          </EmptyState>
        )}
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
