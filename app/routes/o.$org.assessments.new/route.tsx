import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { addCycleDraft } from '~/modules/assessments/commands/change-cycle-draft';
import { CYCLE_FORM, readCycleFields } from '~/modules/assessments/domain/cycle-fields';
import { newCycle } from '~/modules/assessments/domain/new-cycle';
import { getCycleChoices } from '~/modules/assessments/queries/get-cycle-choices';
import { CycleFormFields } from '~/modules/assessments/ui/cycle-form-fields';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import type { FieldError } from '~/shared/errors';

export const meta: MetaFunction = () => [{ title: 'New cycle · Cadre' }];

/** Begins a draft. */
export const loader = tenantLoader({ permission: 'cycles:run' }, async ({ ctx, viewer, reach }) => {
  const day = await organizationDay(ctx);
  return {
    fields: newCycle(day),
    choices: await getCycleChoices(ctx, { viewer, reach }, { day, team: null }),
    everybody: reach === 'all' ? 'Everybody' : 'All of your teams',
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Refusal = { readonly refused: string; readonly errors: readonly FieldError[] };
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'cycles:run',
    body: async (request) => readCycleFields(await readFields(request, CYCLE_FORM)),
    refused: ({ reason, errors }): Answer => data({ refused: reason, errors }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    const id = await addCycleDraft(ctx, viewer, body);
    return redirect(`/o/${viewer.organization.slug}/assessments/${id}?saved=1`);
  },
);

export default function NewCycle() {
  const { fields, choices, everybody, organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faultOf = (field: string) => answer?.errors.find(({ pointer }) => pointer === field)?.detail;
  return (
    <>
      <PageHeader
        title="New cycle"
        crumbs={[
          { label: organization, to: base },
          { label: 'Assessments', to: `${base}/assessments` },
          { label: 'New' },
        ]}
      />
      <FormOutcome refused={answer?.refused} done={null} />
      <Card>
        <Form method="post" className="cycle-form">
          <CycleFormFields {...{ fields, choices, everybody, faultOf }} isOpen={false} />
          <p className="small">It is a draft at first: nobody is told or asked before you open it.</p>
          <Button type="submit" variant="primary">
            Keep as a draft
          </Button>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
