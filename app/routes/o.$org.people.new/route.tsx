import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { formField, type PersonTexts } from '~/modules/people/domain/person-form';
import { getChangeDays } from '~/modules/people/queries/get-change-days';
import { listSites } from '~/modules/people/queries/list-sites';
import { listTeamPaths } from '~/modules/people/queries/list-team-paths';
import { PersonFields } from '~/modules/people/ui/person-fields';
import { type FieldError, isCadreError } from '~/shared/errors';
import { addPerson } from './add-person.server';
import { type NewForm, readNewForm } from './read-new-form.server';

export const meta: MetaFunction = () => [{ title: 'Add a person · Cadre' }];

export const loader = tenantLoader({ permission: 'directory:write' }, async ({ ctx, viewer }) => {
  const { today } = await getChangeDays(ctx, null);
  return {
    today,
    sites: (await listSites(ctx, today)).map(({ siteId, name }) => ({ siteId, name })),
    teams: await listTeamPaths(ctx, today),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly form: NewForm | null;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readNewForm,
    refused: ({ reason, errors }): Answer => data({ reason, errors, form: null }, { status: 422 }),
  },
  async ({ body, ...args }): Promise<Answer> => {
    try {
      const id = await addPerson(args, body);
      return redirect(`/o/${args.viewer.organization.slug}/people/${id}/edit`);
    } catch (error) {
      // Refused before anything is written: the form comes back as it was entered.
      if (!isCadreError(error) || error.kind !== 'invalid-input') throw error;
      return data({ reason: error.reason, errors: error.errors, form: body }, { status: 422 });
    }
  },
);

const EMPTY: PersonTexts = {
  ...{ name: '', email: '', title: '', team: '', manager: '', site: '', startedOn: '', endedOn: '' },
  ...{ status: 'active', availability: 'available', kind: 'employee', occupations: [] },
};

export default function NewPerson() {
  const { today, sites, teams, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) =>
    refusal?.errors.find(({ pointer }) => formField(pointer) === field)?.detail;
  return (
    <>
      <PageHeader
        title="Add a person"
        crumbs={[
          { label: organization, to: base },
          { label: 'People', to: `${base}/people` },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={null} />
      <Card title="Person">
        <Form method="post">
          <PersonFields
            texts={refusal?.form?.texts ?? { ...EMPTY, startedOn: today }}
            sites={sites}
            teams={teams}
            faultOf={faultOf}
            suggestAt={`${base}/people/suggest`}
            first={
              <Field
                label="Personnel number"
                name="externalId"
                hint="As your HR system names the person; it stays."
                required
                maxLength={200}
                defaultValue={refusal?.form?.externalId ?? ''}
                error={faultOf('externalId')}
              />
            }
          />
          <div className="toolbar">
            <Button type="submit" variant="primary">
              Add
            </Button>
            <ButtonLink to={`${base}/people`} variant="quiet">
              Cancel
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
