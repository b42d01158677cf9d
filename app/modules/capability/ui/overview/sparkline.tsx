import type { TrendPoint } from '../../domain/overview/tile-view';

const WIDTH = 100;
const HEIGHT = 26;
const EDGE = 3;

/**
 * The releases of a figure and today as a line; the numbers stand in the text for readers. Releases of another version of
 * the method are rings instead of dots.
 */
export function Sparkline({
  points,
  label,
}: {
  readonly points: readonly TrendPoint[];
  readonly label: string;
}) {
  if (points.length < 2) return null;
  const values = points.map(({ value }) => value);
  const least = Math.min(...values);
  const range = Math.max(...values) - least || 1;
  const placed = values.map((value, index) => ({
    x: EDGE + ((WIDTH - 2 * EDGE) * index) / (values.length - 1),
    y: HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * (value - least)) / range,
  }));
  const last = placed.at(-1);
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <polyline points={placed.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {placed.slice(0, -1).map(({ x, y }, index) => (
        <circle key={x} cx={x} cy={y} r={1.6} data-other={points[index]?.otherMethod ? '' : undefined} />
      ))}
      {last ? <circle cx={last.x} cy={last.y} r={2.6} /> : null}
    </svg>
  );
}
