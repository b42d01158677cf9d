import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import type { TileKey } from '~/modules/capability/domain/overview/tile';
import type { Overview } from '~/modules/capability/queries/get-overview';
import { OverviewTile } from '~/modules/capability/ui/overview/overview-tile';
import { WeakPointsTable } from '~/modules/capability/ui/overview/weak-points-table';

const SHOWN_POINTS = 8;

interface LiveOverviewProps {
  readonly view: Extract<Overview, { readonly kind: 'live' }>;
  readonly base: string;
}

/** Tiles and the weakest points of what the viewer sees live. */
export function LiveOverview({ view, base }: LiveOverviewProps) {
  if (view.people === 0)
    return (
      <EmptyState title={view.computedAt === null ? 'No figures yet' : 'Nobody here'}>
        {view.computedAt === null
          ? 'They stand here as soon as the background job has computed them, usually within seconds.'
          : 'No active person belongs to the teams that you see.'}
      </EmptyState>
    );
  const rest = view.weak.length - SHOWN_POINTS;
  return (
    <>
      {view.everything ? null : <p className="lead">Of the teams of your membership.</p>}
      <div className="tiles">
        {view.tiles.map((tile) => (
          <OverviewTile key={tile.key} tile={tile} working={workingView(tile.key, base)} />
        ))}
      </div>
      <div className="tiles-below">
        <Card title="Where one resignation hurts" padded={view.weak.length === 0}>
          {view.weak.length === 0 ? (
            <p>Every requirement is met, or none is written.</p>
          ) : (
            <WeakPointsTable points={view.weak.slice(0, SHOWN_POINTS)} base={base} />
          )}
          {rest > 0 ? (
            <p className="card-body">
              <Link to={`${base}/requirements`}>{rest} more requirements that are not met</Link>
            </p>
          ) : null}
        </Card>
      </div>
    </>
  );
}

function workingView(key: TileKey, base: string) {
  if (key === 'coverage' || key === 'singlePoints')
    return { label: 'Open the requirements', to: `${base}/requirements` };
  if (key === 'aiReadiness') return { label: 'Open AI-readiness', to: `${base}/ai-readiness` };
  if (key === 'velocity') return { label: 'Open the assessments', to: `${base}/assessments` };
  return { label: 'Open the heatmap', to: `${base}/heatmap` };
}
