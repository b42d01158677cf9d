import { dayNumber } from '~/shared/calendar-day';
import { formatDay } from '~/shared/format-day';

interface LevelChartProps {
  readonly label: string;
  /** The oldest first. */
  readonly steps: readonly { readonly from: string; readonly level: number }[];
  /** The last day. */
  readonly asOf: string;
  /** The level asked for, drawn as a line; null: none is. */
  readonly target: number | null;
}

const WIDTH = 320;
const HEIGHT = 88;
const LEFT = 16;
const TOP = 8;
const STEP = 18;
const LEVELS = [0, 1, 2, 3, 4];

const heightOf = (level: number) => TOP + (4 - level) * STEP;

/** The level over time as steps; drawn on the server, and said in words for those who do not see it. */
export function LevelChart({ label, steps, asOf, target }: LevelChartProps) {
  const [first] = steps;
  if (!first) return null;
  const start = dayNumber(first.from);
  const span = Math.max(1, dayNumber(asOf) - start);
  const placeOf = (day: string) =>
    Math.round(LEFT + ((dayNumber(day) - start) / span) * (WIDTH - LEFT - TOP));
  const path = steps
    .map(({ from, level }, index) =>
      index === 0 ? `M ${placeOf(from)} ${heightOf(level)}` : `H ${placeOf(from)} V ${heightOf(level)}`,
    )
    .join(' ');
  const words = steps.map(({ from, level }) => `${level} from ${formatDay(from)}`).join(', ');
  return (
    <svg
      className="level-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${label}: level ${words}`}
    >
      {LEVELS.map((level) => (
        <g key={level}>
          <line className="level-chart-grid" x1={LEFT} x2={WIDTH} y1={heightOf(level)} y2={heightOf(level)} />
          <text className="level-chart-text" x={0} y={heightOf(level) + 4}>
            {level}
          </text>
        </g>
      ))}
      {target === null ? null : (
        <line
          className="level-chart-target"
          x1={LEFT}
          x2={WIDTH}
          y1={heightOf(target)}
          y2={heightOf(target)}
        />
      )}
      <path className="level-chart-line" d={`${path} H ${WIDTH - TOP}`} />
      {steps.map(({ from, level }) => (
        <circle key={from} className="level-chart-dot" cx={placeOf(from)} cy={heightOf(level)} r={3} />
      ))}
    </svg>
  );
}
