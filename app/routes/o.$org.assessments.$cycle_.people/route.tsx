import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import {
  addCyclePerson,
  extendForPerson,
  removeCyclePerson,
} from '~/modules/assessments/commands/change-cycle-person';
import { peopleState } from './people-state.server';
import { PersonOfCycle } from './person-of-cycle';
import { readPersonForm } from './read-person-form.server';

export const meta: MetaFunction = () => [{ title: 'People of a cycle · Cadre' }];

/** People whose part in the cycle can be changed. */
export const loader = tenantLoader({ permission: 'cycles:run' }, peopleState);

type Answer = TypedResponse<never> | ReturnType<typeof data<{ readonly refused: string }>>;

export const action = tenantAction(
  {
    permission: 'cycles:run',
    body: readPersonForm,
    refused: ({ kind, reason }): Answer =>
      data({ refused: reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, url, body: { intent, employeeId, closesOn } }): Promise<Answer> => {
    const cycleId = params['cycle'] ?? '';
    const key = { cycleId, employeeId };
    if (intent === 'add') await addCyclePerson(ctx, viewer, key);
    else if (intent === 'remove') await removeCyclePerson(ctx, viewer, key);
    else await extendForPerson(ctx, viewer, { ...key, closesOn });
    const find = url.searchParams.get('find') ?? '';
    const done = { add: 'added', remove: 'removed', extend: 'extended' }[intent];
    const search = new URLSearchParams({ find, [done]: '1' });
    return redirect(`/o/${viewer.organization.slug}/assessments/${cycleId}/people?${search}`);
  },
);

export default function PeopleOfCycle() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { query, people, isCut, cycle, done, organization, base } = page;
  const here = `${base}/assessments/${cycle.cycleId}`;
  return (
    <>
      <PageHeader
        title={`People of ${cycle.name}`}
        crumbs={[
          { label: organization, to: base },
          { label: 'Assessments', to: `${base}/assessments` },
          { label: cycle.name, to: here },
          { label: 'People' },
        ]}
      />
      <FormOutcome refused={refused} done={done} />
      <div className="stack">
        <Form method="get" className="cycle-search">
          <Field
            label="Find by name, id or title"
            hint="Finds those too who are not in the cycle, to add them."
            name="find"
            defaultValue={query}
            key={query}
          />
          <Button type="submit">Find</Button>
        </Form>
        <Card padded={false}>
          {people.length === 0 ? (
            query === '' ? (
              <EmptyState title="Nobody is in this cycle">Find people by name to add them.</EmptyState>
            ) : (
              <EmptyState title="Nobody found">People who work here today are found.</EmptyState>
            )
          ) : (
            <ul className="cycle-people">
              {people.map((person) => (
                <PersonOfCycle key={person.employeeId} person={person} {...page} />
              ))}
            </ul>
          )}
        </Card>
        {isCut ? <p className="small">These are the first. Type more to find others.</p> : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
