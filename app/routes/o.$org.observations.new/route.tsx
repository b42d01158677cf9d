import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { PlaceList } from '~/components/places';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { recordObservationForm } from '~/modules/assessments/commands/record-observation-form';
import { getObservationForm } from '~/modules/assessments/queries/get-observation-form';
import { isUuid } from '~/shared/is-uuid';
import { ObservationFields, type Refusal } from './observation-fields';
import { readObservationForm } from './read-observation-form.server';

export const meta: MetaFunction = () => [{ title: 'Enter observations · Cadre' }];

export const loader = tenantLoader({ permission: 'cycles:run' }, async ({ ctx, viewer, url }) => {
  const team = url.searchParams.get('team') ?? '';
  return {
    ...(await getObservationForm(ctx, viewer, isUuid(team) ? team : '')),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'cycles:run',
    body: readObservationForm,
    refused: ({ reason, errors }): Answer => data({ reason, errors }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    const { created, changed } = await recordObservationForm(ctx, viewer, body);
    const entered = created.length + changed.length;
    return redirect(`/o/${viewer.organization.slug}/observations?entered=${entered}`);
  },
);

/** What was seen of the people of one team in one drill or review: first the team, then each person. */
export default function NewObservations() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { organization, base, teams, teamId, people } = page;
  return (
    <>
      <PageHeader
        title="Enter observations"
        crumbs={[
          { label: organization, to: base },
          { label: 'Observations', to: `${base}/observations` },
          { label: 'Enter' },
        ]}
      />
      {refusal ? (
        <Notice tone="bad" title={refusal.reason} announce>
          <PlaceList list={refusal.errors} />
        </Notice>
      ) : null}
      <div className="stack">
        <Card title="Whom did you see?">
          <Form method="get" className="bar">
            <Field label="Team" name="team">
              {(control) => (
                <select {...control} key={teamId} defaultValue={teamId ?? ''} required>
                  <option value="">Choose a team</option>
                  {teams.map((team) => (
                    <option key={team.teamId} value={team.teamId}>
                      {team.path}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Button type="submit">Show its people</Button>
          </Form>
        </Card>
        {teamId !== null && people.length === 0 ? (
          <Notice>Nobody of this team is active today of whom you may say something.</Notice>
        ) : null}
        {people.length > 0 ? <ObservationFields {...page} key={teamId} refusal={refusal ?? null} /> : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
