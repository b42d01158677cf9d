import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DayText } from '~/components/date-text';
import type { ReleasedTileView } from '../../domain/overview/released-tiles';
import { TILE_NAMES, TILE_UNITS } from '../../domain/overview/tile-words';
import type { ReleasedTile } from '../../queries/get-overview';
import { WhyBlock } from '../why-block';

interface ReleasedOverviewProps {
  readonly tile: ReleasedTile;
  readonly figures: readonly ReleasedTileView[];
  readonly base: string;
}

/** What a viewer without individual access reads: figures of the last release, as coarse as they were released. */
export function ReleasedOverview({ tile, figures, base }: ReleasedOverviewProps) {
  const of = (key: ReleasedTileView['key']) => figures.find((one) => one.key === key);
  const working = { label: 'Open the heatmap', to: `${base}/heatmap` };
  return (
    <div className="tiles">
      <FigureTile figure={of('coverage')} working={working} />
      <TileFrame
        name="aiReadiness"
        value={tile.value}
        oldestOn={tile.oldestOn}
        working={{ label: 'Open AI-readiness', to: `${base}/ai-readiness` }}
        why={tile.why && tile.value ? <WhyBlock why={{ ...tile.why, value: tile.value }} /> : null}
      >
        {tile.value === null
          ? 'Too few people are assessed with a target to show it without telling of single ones.'
          : `Share of the target that is reached, on the mean of the assessed among ${tile.people} people.`}
      </TileFrame>
      <FigureTile figure={of('velocity')} working={working} />
      <FigureTile figure={of('trust')} working={working} />
    </div>
  );
}

/** Where a released figure is another one than the live one. */
const UNITS: Readonly<Partial<Record<keyof typeof TILE_UNITS, string>>> = {
  coverage: 'requirements held by two',
  trust: 'strength of evidence',
};

interface Working {
  readonly label: string;
  readonly to: string;
}

function FigureTile({
  figure,
  working,
}: {
  readonly figure: ReleasedTileView | undefined;
  readonly working: Working;
}) {
  if (!figure) return null;
  const { key, value, driver, why, oldestOn } = figure;
  return (
    <TileFrame
      name={key}
      value={value}
      oldestOn={oldestOn}
      working={working}
      why={why && value ? <WhyBlock why={{ ...why, value }} /> : null}
    >
      {driver}
    </TileFrame>
  );
}

interface TileFrameProps {
  readonly name: keyof typeof TILE_NAMES;
  readonly value: string | null;
  readonly oldestOn: string | null;
  readonly working: Working;
  readonly why?: ReactNode;
  readonly children: ReactNode;
}

function TileFrame({ name, value, oldestOn, working, why, children }: TileFrameProps) {
  return (
    <article className="card tile" data-figure={name}>
      <h2>
        {TILE_NAMES[name]} <small className="tile-unit">{UNITS[name] ?? TILE_UNITS[name]}</small>
      </h2>
      <div className="tile-figure">
        {value === null ? (
          <span className="tile-missing">not shown</span>
        ) : (
          <b className="tile-words">{value}</b>
        )}
      </div>
      <p>
        {children}
        {oldestOn ? (
          <>
            {' '}
            Oldest figures of <DayText day={oldestOn} />.
          </>
        ) : null}
      </p>
      {why}
      <footer className="tile-foot">
        <Link className="link" to={working.to}>
          {working.label}
        </Link>
      </footer>
    </article>
  );
}
