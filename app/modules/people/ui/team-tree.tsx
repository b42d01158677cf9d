import { Link } from '@remix-run/react';
import { peopleInWords, type TeamBranch, teamsInWords } from './team-branches';
import { type TeamDrag, useTeamDrag } from './use-team-drag';

interface TreePlaces {
  /** Addresses of the pages that show teams, people and figures; absent where they are not the reader's. */
  readonly teams: string;
  readonly people: string;
  readonly heatmap: string | null;
}

interface TeamTreeProps {
  readonly branches: readonly TeamBranch[];
  readonly places: TreePlaces;
  /** Whether every branch is open at first. */
  readonly expanded: boolean;
  /** Whether the reader may move teams. */
  readonly movable: boolean;
}

/** The teams as a nested list; a branch opens by itself without script. Whoever may drags a team onto another. */
export function TeamTree({ branches, places, expanded, movable }: TeamTreeProps) {
  const drag = useTeamDrag(places.teams);
  const shared = { places, expanded, drag: movable ? drag : null };
  return (
    <>
      {movable && drag.dragged !== null ? (
        <p className="team-top" {...drag.target('top')}>
          Drop here to make it a top team
        </p>
      ) : null}
      <ul className="team-tree" aria-label="Teams">
        {branches.map((branch) => (
          <Branch key={branch.teamId} branch={branch} above={[]} {...shared} />
        ))}
      </ul>
    </>
  );
}

interface BranchProps {
  readonly branch: TeamBranch;
  /** Ids of the teams above it. */
  readonly above: readonly string[];
  readonly places: TreePlaces;
  readonly expanded: boolean;
  readonly drag: TeamDrag | null;
}

function Branch({ branch, above, places, expanded, drag }: BranchProps) {
  const { teamId, name, children, direct, people } = branch;
  const inside = children.length > 0 && direct > 0 ? `, ${direct.toLocaleString('en')} directly` : '';
  return (
    <li>
      <div className="team-row" {...drag?.row(teamId, above)}>
        <Link className="link" to={`${places.teams}/${teamId}`} draggable={false}>
          {name}
        </Link>
        <Link className="team-count" to={`${places.people}?team=${teamId}`} draggable={false}>
          {peopleInWords(people)}
          <span className="sr-only"> of {name}</span>
        </Link>
        {inside ? <span className="team-count team-more">{inside.slice(2)}</span> : null}
        {places.heatmap && people > 0 ? (
          <Link className="team-count team-more" to={`${places.heatmap}?parent=${teamId}`} draggable={false}>
            Heatmap<span className="sr-only"> of {name}</span>
          </Link>
        ) : null}
      </div>
      {children.length > 0 ? (
        <details className="team-beneath" open={expanded}>
          <summary>
            <span className="sr-only">
              {teamsInWords(children.length)} beneath {name}
            </span>
          </summary>
          <ul>
            {children.map((child) => (
              <Branch
                key={child.teamId}
                branch={child}
                above={[...above, teamId]}
                {...{ places, expanded, drag }}
              />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}
