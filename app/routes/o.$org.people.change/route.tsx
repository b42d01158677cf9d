import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { formField } from '~/modules/people/domain/person-form';
import { getChangeDays } from '~/modules/people/queries/get-change-days';
import { listSites } from '~/modules/people/queries/list-sites';
import { listTeamPaths } from '~/modules/people/queries/list-team-paths';
import { type FieldError, isCadreError } from '~/shared/errors';
import { ChangeFields } from './change-fields';
import { ChangePreview } from './change-preview';
import { type ChangeAnswer, obeyChangeForm } from './obey-change-form.server';
import { type ChangeForm, readChangeForm } from './read-change-form.server';
import { selectIds } from './select-ids.server';

export const meta: MetaFunction = () => [{ title: 'Change people · Cadre' }];

export const loader = tenantLoader({ permission: 'directory:write' }, async ({ ctx, viewer, url }) => {
  const { today } = await getChangeDays(ctx, null);
  return {
    today,
    count: (await selectIds(ctx, url)).length,
    sites: (await listSites(ctx, today)).map(({ siteId, name }) => ({ siteId, name })),
    teams: await listTeamPaths(ctx, today),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

interface Outcome {
  readonly answer: Exclude<ChangeAnswer, { kind: 'started' }> | null;
  readonly refused: string | undefined;
  readonly errors: readonly FieldError[];
  readonly form: ChangeForm | null;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Outcome>>;

const refusal = (
  error: { readonly reason: string; readonly errors: readonly FieldError[] },
  form: ChangeForm | null,
): Answer => data({ answer: null, refused: error.reason, errors: error.errors, form }, { status: 422 });

export const action = tenantAction(
  { permission: 'directory:write', body: readChangeForm, refused: (error): Answer => refusal(error, null) },
  async ({ body, ...args }): Promise<Answer> => {
    try {
      const answer = await obeyChangeForm(args, body);
      if (answer.kind === 'started')
        return redirect(`/o/${args.viewer.organization.slug}/operations/${answer.operationId}`);
      return data<Outcome>({ answer, refused: undefined, errors: [], form: body });
    } catch (error) {
      // A preview writes nothing: the form comes back as it was entered.
      if (body.step === 'preview' && isCadreError(error) && error.kind === 'invalid-input')
        return refusal(error, body);
      throw error;
    }
  },
);

export default function ChangePeople() {
  const { today, count, sites, teams, organization, base } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { answer = null, form = null } = outcome ?? {};
  const faultOf = (field: string) =>
    outcome?.errors.find(({ pointer }) => formField(pointer) === field)?.detail;
  return (
    <>
      <PageHeader
        title={`Change ${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`}
        crumbs={[
          { label: organization, to: base },
          { label: 'People', to: `${base}/people` },
        ]}
      />
      <FormOutcome refused={outcome?.refused} done={answer?.kind === 'done' ? answer.words : null} />
      <div className="stack">
        {answer?.kind === 'preview' && form ? <ChangePreview {...answer} form={form} /> : null}
        {count === 0 ? (
          <EmptyState title="Nobody is chosen">
            Choose people in the list, then come here again.
            <ButtonLink to={`${base}/people`}>People</ButtonLink>
          </EmptyState>
        ) : (
          <Card title="Fields to change">
            <Form method="post">
              <ChangeFields
                entered={form ? { ...form } : null}
                sites={sites}
                teams={teams}
                today={today}
                suggestAt={`${base}/people/suggest`}
                faultOf={faultOf}
              />
              <Button type="submit" name="step" value="preview">
                Show what changes
              </Button>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
