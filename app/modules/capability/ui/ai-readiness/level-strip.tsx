import { formatCount } from '../format-figure';

interface LevelStripProps {
  /** People at the levels 0 to 4. */
  readonly levels: readonly number[];
  /** Words of the levels. */
  readonly labels: readonly string[];
  readonly unknown: number;
}

const WIDTH = 100;

/** How a group spreads over the levels in one bar, the unassessed hatched at its end; said in words for a screen reader. */
export function LevelStrip({ levels, labels, unknown }: LevelStripProps) {
  const total = levels.reduce((sum, people) => sum + people, 0) + unknown;
  if (total === 0) return null;
  const parts = [
    ...levels.map((people, level) => ({
      people,
      level: String(level),
      words: `level ${level} ${labels[level]}`,
    })),
    { people: unknown, level: 'unknown', words: 'not assessed' },
  ].filter(({ people }) => people > 0);
  let from = 0;
  const placed = parts.map((part) => {
    const start = from;
    from += (WIDTH * part.people) / total;
    return { ...part, start, width: from - start };
  });
  const words = parts.map((part) => `${formatCount(part.people)} ${part.words}`).join(', ');
  return (
    <span className="level-strip">
      <svg viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" aria-hidden="true">
        {placed.map(({ level, start, width }) => (
          <rect key={level} data-level={level} x={start} width={width} height="12" />
        ))}
      </svg>
      <span className="small" aria-hidden="true">
        {parts.map(({ people, level }) => (
          <span key={level} className="level-strip-count">
            {level === 'unknown' ? '?' : level}: {formatCount(people)}
          </span>
        ))}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
