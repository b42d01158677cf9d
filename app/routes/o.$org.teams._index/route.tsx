import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { ExportLinks } from '~/components/export-links';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { isDetailed } from '~/modules/people/domain/directory-scope';
import { listTeams } from '~/modules/people/queries/list-teams';
import { branchesOf, peopleInWords, teamsInWords } from '~/modules/people/ui/team-branches';
import { TeamTree } from '~/modules/people/ui/team-tree';
import { FoundTeams } from './found-teams';
import { NoTeams } from './no-teams';
import { TeamsFilter } from './teams-filter';
import { matching, readTeamsState } from './teams-state';

/** Trees up to this size are open at first. */
const SMALL = 60;
const MOST_FOUND = 200;

export const meta: MetaFunction = () => [{ title: 'Teams · Cadre' }];

/** The teams that the reader's directory has, of a day, with people counted. */
export const loader = tenantLoader({ permission: 'directory:read' }, async ({ ctx, viewer, reach, url }) => {
  const state = readTeamsState(url.searchParams);
  const { asOf, today, teams } = await listTeams(ctx, { viewer, reach, asOf: state.asOf });
  const found = state.query === '' ? null : matching(teams, state.query);
  return {
    ...state,
    asOf,
    isToday: asOf === today,
    teams: found ? [] : teams,
    found: found?.slice(0, MOST_FOUND) ?? null,
    foundCount: found?.length ?? 0,
    count: teams.length,
    people: teams.filter(({ parentId }) => parentId === null).reduce((sum, team) => sum + team.people, 0),
    reach,
    mayExport: isDetailed(reach) && teams.length > 0,
    mayWrite: reachOf(viewer.role, 'directory:write') !== 'none',
    maySeeFigures: reachOf(viewer.role, 'heatmap:read') !== 'none',
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

export default function TeamsPage() {
  const page = useLoaderData<typeof loader>();
  const { base, asOf, isToday, found, foundCount, mayWrite } = page;
  const places = {
    teams: `${base}/teams`,
    people: `${base}/people`,
    heatmap: page.maySeeFigures && isToday ? `${base}/heatmap` : null,
  };
  return (
    <>
      <PageHeader
        title="Teams"
        crumbs={[{ label: page.organization, to: base }, { label: 'Teams' }]}
        asOf={
          <>
            {teamsInWords(page.count)}, {peopleInWords(page.people)} · {isToday ? 'today, ' : 'as of '}
            <DayText day={asOf} />
          </>
        }
        tools={
          <>
            {page.mayExport ? <ExportLinks to={`${base}/teams/export?asOf=${asOf}`} of="teams" /> : null}
            <ButtonLink to={`${base}/sites`}>Sites</ButtonLink>
            {mayWrite ? (
              <ButtonLink variant="primary" to={`${base}/teams/new`}>
                Add a team
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <TeamsFilter query={page.query} asOf={asOf} expandAll={page.expandAll} isSmall={page.count <= SMALL} />
      <Card>
        {found ? (
          <FoundTeams teams={found} count={foundCount} query={page.query} places={places} />
        ) : page.teams.length > 0 ? (
          <TeamTree
            key={`${asOf} ${page.expandAll}`}
            branches={branchesOf(page.teams)}
            places={places}
            expanded={page.expandAll || page.count <= SMALL}
            movable={mayWrite}
          />
        ) : (
          <NoTeams base={base} reach={page.reach} isToday={isToday} mayWrite={mayWrite} />
        )}
      </Card>
      <p className="footnote">
        People counted are those who have not left; a team’s number holds all teams beneath.
        {mayWrite
          ? ' A team moves with everything beneath it: drag it onto another, or open it and use the form.'
          : ''}
      </p>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
