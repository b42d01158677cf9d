import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { findMemberOf } from '~/modules/organizations/queries/find-member';
import { formField } from '~/modules/people/domain/person-form';
import { getEditablePerson } from '~/modules/people/queries/get-editable-person';
import { listTeamPaths } from '~/modules/people/queries/list-team-paths';
import { isDay } from '~/shared/calendar-day';
import { type FieldError, isCadreError } from '~/shared/errors';
import { EditForm } from './edit-form';
import { HistoryCard } from './field-history';
import { obeyEditForm } from './obey-edit-form.server';
import { OwnershipCard } from './ownership-card';
import { readEditForm, type EditForm as SentForm } from './read-edit-form.server';
import { shownTexts } from './shown-texts';
import { SignInCard } from './sign-in-card';

export const meta: MetaFunction<typeof loader> = ({ data: person }) => [
  { title: `Change ${person?.texts.name ?? 'a person'} · Cadre` },
];

/** One person as the form shows them on a day. */
export const loader = tenantLoader({ permission: 'directory:write' }, async (args) => {
  const { ctx, viewer, params, url, context } = args;
  const asked = url.searchParams.get('from') ?? '';
  const editable = await getEditablePerson(ctx, params['id'] ?? '', isDay(asked) ? asked : null);
  const { userId, person, from, today, history, owned, revision, sites } = editable;
  const member =
    userId === null ? null : await findMemberOf(context.database, viewer.organization.id, { userId });
  const own = person.employeeId === viewer.employeeId;
  const mayRead = own || reachOf(viewer.role, 'profiles:read') === 'all';
  return {
    ...{ from, today, history, owned, revision, sites, member, own, mayRead },
    texts: shownTexts(editable),
    teams: await listTeamPaths(ctx, from),
    id: person.employeeId,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

interface Outcome {
  readonly done: string | null;
  readonly refused: string | undefined;
  readonly errors: readonly FieldError[];
  /** As entered, where it was refused. */
  readonly form: SentForm | null;
}

const refusal = (
  error: { readonly reason: string; readonly errors: readonly FieldError[] },
  form: SentForm | null,
) => data<Outcome>({ done: null, refused: error.reason, errors: error.errors, form }, { status: 422 });

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readEditForm,
    refused: (error): ReturnType<typeof data<Outcome>> => refusal(error, null),
  },
  async ({ body, ...args }): Promise<ReturnType<typeof data<Outcome>>> => {
    try {
      const done = await obeyEditForm(args, body);
      return data<Outcome>({ done, refused: undefined, errors: [], form: null });
    } catch (error) {
      // Refused before anything is written: the form comes back as it was entered.
      if (isCadreError(error) && error.kind === 'invalid-input' && body.intent === 'save')
        return refusal(error, body);
      throw error;
    }
  },
);

export default function EditPerson() {
  const page = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const entered = outcome?.form?.intent === 'save' ? outcome.form : null;
  const faultOf = (field: string) =>
    outcome?.errors.find(({ pointer }) => formField(pointer) === field)?.detail;
  return (
    <>
      <PageHeader
        title={`Change ${page.texts.name}`}
        crumbs={[
          { label: page.organization, to: page.base },
          { label: 'People', to: `${page.base}/people` },
          { label: page.texts.name, ...(page.mayRead ? { to: `${page.base}/people/${page.id}` } : {}) },
        ]}
      />
      <FormOutcome refused={outcome?.refused} done={outcome?.done} />
      <div className="stack">
        <EditForm page={page} entered={entered} faultOf={faultOf} />
        <HistoryCard history={page.history} today={page.today} revision={page.revision} />
        <OwnershipCard owned={page.owned} />
        <SignInCard member={page.member} isSelf={page.own} error={faultOf('member')} />
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
