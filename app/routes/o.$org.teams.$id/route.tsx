import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { getTeam } from '~/modules/people/queries/get-team';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { peopleInWords } from '~/modules/people/ui/team-branches';
import { type FieldError, NotFound } from '~/shared/errors';
import { obeyTeamForm } from './obey-team-form.server';
import { readTeamForm } from './read-team-form.server';
import { TeamChanges } from './team-changes';
import { TeamFacts } from './team-facts';
import { isId } from './team-ids';
import { TeamTools } from './team-tools';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.team.name ?? 'Team'} · Cadre` },
];

const DONE: Readonly<Record<string, string>> = {
  added: 'The team was added.',
  moved: 'The move was recorded.',
  rename: 'The team has its new name.',
  close: 'The closing was recorded.',
  reopen: 'The team is open again from that day.',
  withdraw: 'What was planned was taken back.',
};
/** One team today. */
export const loader = tenantLoader(
  { permission: 'directory:read' },
  async ({ ctx, viewer, reach, params, url }) => {
    const teamId = params['id'] ?? '';
    if (!isId(teamId)) throw new NotFound('There is no such team in this organization.');
    const { today } = await getMethod(ctx);
    const team = await getTeam(ctx, { viewer, reach, teamId, asOf: today });
    const mayWrite = reachOf(viewer.role, 'directory:write') !== 'none';
    const profiles = reachOf(viewer.role, 'profiles:read');
    return {
      team,
      today,
      mayWrite,
      teams: mayWrite
        ? (await getTeamTree(ctx, today)).map(({ teamId: id, path }) => ({ teamId: id, path }))
        : [],
      opensProfiles: profiles === 'all' || profiles === 'subtree',
      ownId: viewer.employeeId,
      maySeeFigures: reachOf(viewer.role, 'heatmap:read') !== 'none',
      done: DONE[url.searchParams.get('done') ?? ''] ?? null,
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    };
  },
);

type Answer =
  | TypedResponse<never>
  | ReturnType<typeof data<{ readonly reason: string; readonly errors: readonly FieldError[] }>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readTeamForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<Answer> => {
    const teamId = params['id'] ?? '';
    if (!isId(teamId)) throw new NotFound('There is no such team in this organization.');
    const left = await obeyTeamForm(ctx, teamId, body);
    const teams = `/o/${viewer.organization.slug}/teams`;
    return redirect(left ? `${teams}/${teamId}?done=${body.intent}` : teams);
  },
);

export default function TeamPage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { team, base, today, mayWrite } = page;
  const crumbs = [
    { label: page.organization, to: base },
    { label: 'Teams', to: `${base}/teams` },
    { label: team.name },
  ];
  return (
    <>
      <PageHeader
        title={team.name}
        crumbs={crumbs}
        asOf={
          <>
            {team.path === null ? 'Not open' : `${team.path} · ${peopleInWords(team.people)}`} ·{' '}
            <DayText day={today} />
          </>
        }
        tools={
          team.path === null ? null : (
            <TeamTools team={team} base={base} maySeeFigures={page.maySeeFigures} mayWrite={mayWrite} />
          )
        }
      />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      <TeamFacts
        team={team}
        base={base}
        today={today}
        mayWrite={mayWrite}
        opensProfile={(employeeId) => page.opensProfiles || employeeId === page.ownId}
      />
      {mayWrite ? (
        <TeamChanges team={team} today={today} teams={page.teams} errors={refusal?.errors ?? []} />
      ) : null}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
