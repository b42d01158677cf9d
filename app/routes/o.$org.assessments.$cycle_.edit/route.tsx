import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { changeCycle } from '~/modules/assessments/commands/change-cycle-draft';
import { enteredCycle, readCycleFields } from '~/modules/assessments/domain/cycle-fields';
import { getCycleChoices } from '~/modules/assessments/queries/get-cycle-choices';
import { requireOwnCycle } from '~/modules/assessments/queries/require-cycle';
import { CycleFormFields } from '~/modules/assessments/ui/cycle-form-fields';
import type { FieldError } from '~/shared/errors';
import { readEditForm } from './read-edit-form.server';

export const meta: MetaFunction = () => [{ title: 'Change a cycle · Cadre' }];

/** A draft in its form; of an open cycle what can still be changed. */
export const loader = tenantLoader({ permission: 'cycles:run' }, async ({ ctx, viewer, reach, params }) => {
  const { cycle, today } = await requireOwnCycle(ctx, viewer, params['cycle'] ?? '');
  const {
    cycleId,
    revision,
    state,
    name,
    frameworkVersions: _,
    openedAt: __,
    closedAt: ___,
    ...rest
  } = cycle;
  return {
    ...{ cycleId, revision, state, name, fields: { ...rest, name } },
    choices: await getCycleChoices(ctx, { viewer, reach }, { day: today, team: rest.peopleFilter.team }),
    everybody: cycle.teamScope.length === 0 ? 'Everybody' : 'All teams of the cycle',
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Refusal = { readonly refused: string; readonly errors: readonly FieldError[] };
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'cycles:run',
    body: readEditForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ refused: reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<Answer> => {
    const cycleId = params['cycle'] ?? '';
    const { cycle } = await requireOwnCycle(ctx, viewer, cycleId);
    const shown = enteredCycle(cycle);
    const entered = body.isOpen ? { ...shown, one: { ...shown.one, ...body.open } } : body.entered;
    const fields = readCycleFields(entered);
    await changeCycle(ctx, viewer, { cycleId, revision: body.revision, fields });
    return redirect(`/o/${viewer.organization.slug}/assessments/${cycleId}?saved=1`);
  },
);

export default function EditCycle() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { cycleId, revision, state, name, fields, choices, everybody, organization, base } = page;
  const faultOf = (field: string) => answer?.errors.find(({ pointer }) => pointer === field)?.detail;
  const isOpen = state !== 'draft';
  return (
    <>
      <PageHeader
        title={`Change ${name}`}
        crumbs={[
          { label: organization, to: base },
          { label: 'Assessments', to: `${base}/assessments` },
          { label: name, to: `${base}/assessments/${cycleId}` },
          { label: 'Change' },
        ]}
      />
      <FormOutcome refused={answer?.refused} done={null} />
      <Card>
        <Form method="post" className="cycle-form">
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="state" value={isOpen ? 'open' : 'draft'} />
          <CycleFormFields {...{ fields, choices, everybody, faultOf, isOpen }} />
          <Button type="submit" variant="primary">
            Save
          </Button>
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
