import { Link } from '@remix-run/react';
import { formatDay } from '~/shared/format-day';
import type { TileView } from '../../domain/overview/tile-view';
import { shownChange, shownTile, TILE_NAMES, TILE_UNITS } from '../../domain/overview/tile-words';
import { WhyBlock } from '../why-block';
import { Sparkline } from './sparkline';

interface OverviewTileProps {
  readonly tile: TileView;
  /** The view that works with what the tile sums up. */
  readonly working: { readonly label: string; readonly to: string };
}

/** One figure with its change, its trend, what drives it and why. */
export function OverviewTile({ tile, working }: OverviewTileProps) {
  const { key, value, change, trend, driver, why } = tile;
  const printed = shownTile(key, value);
  return (
    <article className="card tile" data-figure={key}>
      <h2>
        {TILE_NAMES[key]} <small className="tile-unit">{TILE_UNITS[key]}</small>
      </h2>
      <div className="tile-figure">
        {value === null ? <span className="tile-missing">{printed}</span> : <b>{printed}</b>}
        {change ? <TileChange tile={tile} change={change} /> : null}
        <Sparkline points={trend} label={trendInWords(tile)} />
      </div>
      <p>{driver}</p>
      {why ? <WhyBlock why={{ ...why, value: printed }} /> : null}
      <footer className="tile-foot">
        <Link className="link" to={working.to}>
          {working.label}
        </Link>
      </footer>
    </article>
  );
}

function TileChange({
  tile,
  change,
}: {
  readonly tile: TileView;
  readonly change: NonNullable<TileView['change']>;
}) {
  return (
    <span className="tile-change">
      {shownChange(tile.key, change.value)}{' '}
      <small className="tile-since">
        since {formatDay(change.since)}
        {change.otherMethod ? ', by another method' : ''}
      </small>
    </span>
  );
}

function trendInWords({ key, trend }: TileView): string {
  const points = trend.map(
    ({ asOf, value, otherMethod }) =>
      `${formatDay(asOf)} ${shownTile(key, value)}${otherMethod ? ' (by another version of the method)' : ''}`,
  );
  return `${TILE_NAMES[key]} at each release: ${points.join(', ')}`;
}
