import { Link } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import type { HeatmapRows } from '~/modules/capability/domain/heatmap-filter';
import type { Heatmap } from '~/modules/capability/queries/get-heatmap';

interface NoRowsProps {
  readonly view: Heatmap;
  readonly rows: HeatmapRows;
  /** The place by team, without any filter. */
  readonly teamsHref: string;
}

/** Stands where the matrix would be when it has no row, and says why. */
export function NoRows({ view, rows, teamsHref }: NoRowsProps) {
  if (view.preparing) return null;
  if (view.onlyByTeam)
    return (
      <EmptyState title="Released by team only">
        Figures for your role are released by team. The same people by site, occupation, role band or filter
        would let single levels be worked out. <Link to={teamsHref}>Show the teams</Link>
      </EmptyState>
    );
  if (view.filtered)
    return (
      <EmptyState title="Nobody counted">
        No active person whom you may read fits these filters on the day of the figures.{' '}
        {view.ownTeamsOnly ? (
          <>
            Only people of your own teams are counted under filters; other teams are released by team.{' '}
            <Link to={teamsHref}>Show the teams</Link>
          </>
        ) : null}
      </EmptyState>
    );
  if (rows !== 'team')
    return (
      <EmptyState title="Nobody here">
        No active person belongs to this team on the day of the figures.
      </EmptyState>
    );
  if (view.canSeePeople)
    return (
      <EmptyState title="No teams with people here">
        Teams stand here when people belong to them. An HR partner can import them.
      </EmptyState>
    );
  if (view.parent === null)
    return (
      <EmptyState title="Nothing released yet">
        Figures stand here from the first release on in which enough people are assessed to show a group
        without figures of few people becoming clear.
      </EmptyState>
    );
  return (
    <EmptyState title="Not shown in parts">
      The groups beneath this one cannot be shown without figures of few people becoming clear. The group
      itself is shown one level up.
    </EmptyState>
  );
}
