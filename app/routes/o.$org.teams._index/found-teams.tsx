import { Link } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { peopleInWords, type TeamItem, teamsInWords } from '~/modules/people/ui/team-branches';

interface FoundTeamsProps {
  readonly teams: readonly TeamItem[];
  /** Found in all; more than are listed where there are many. */
  readonly count: number;
  readonly query: string;
  readonly places: { readonly teams: string; readonly people: string };
}

/** The teams that a search found, by their paths. */
export function FoundTeams({ teams, count, query, places }: FoundTeamsProps) {
  if (teams.length === 0)
    return <EmptyState title="No team found">No team on that day has “{query}” in its name.</EmptyState>;
  return (
    <>
      <p className="footnote" role="status">
        {teamsInWords(count)} found{count > teams.length ? `, the first ${teams.length} listed` : ''}.
      </p>
      <ul className="team-tree" aria-label="Teams found">
        {teams.map(({ teamId, path, people }) => (
          <li key={teamId} className="team-row">
            <Link className="link" to={`${places.teams}/${teamId}`}>
              {path}
            </Link>
            <Link className="team-count" to={`${places.people}?team=${teamId}`}>
              {peopleInWords(people)}
              <span className="sr-only"> of {path}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
