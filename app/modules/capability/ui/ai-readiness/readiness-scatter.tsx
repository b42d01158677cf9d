import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
  ZAxis,
} from 'recharts';
import type { ScatterPoint } from '../../domain/ai-readiness/scatter-points';
import { formatPeople } from '../format-figure';

const PERCENT = [0, 25, 50, 75, 100];

/** The points as a chart; loaded only where it is drawn. The table holds the same in words. */
export default function ReadinessScatter({ points }: { readonly points: readonly ScatterPoint[] }) {
  const most = Math.max(20, Math.ceil(Math.max(0, ...points.map(({ exposure }) => exposure)) / 20) * 20);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={{ top: 12, right: 16, bottom: 28, left: 4 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="exposure"
          domain={[0, most]}
          unit=" %"
          stroke="var(--ink-3)"
          tick={{ fill: 'var(--ink-2)' }}
          label={{ value: 'Observed exposure', position: 'bottom', fill: 'var(--ink-2)' }}
        />
        <YAxis
          type="number"
          dataKey="atTarget"
          domain={[0, 100]}
          ticks={PERCENT}
          unit=" %"
          stroke="var(--ink-3)"
          tick={{ fill: 'var(--ink-2)' }}
          width={56}
        />
        <ZAxis type="number" dataKey="people" range={[60, 900]} />
        <Tooltip isAnimationActive={false} cursor={false} content={<PointWords />} />
        <Scatter
          data={[...points]}
          fill="var(--level-3)"
          fillOpacity={0.75}
          stroke="var(--level-4)"
          isAnimationActive={false}
        />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

interface PointWordsProps {
  readonly payload?: readonly { readonly payload?: ScatterPoint }[];
}

function PointWords({ payload }: PointWordsProps) {
  const point = payload?.[0]?.payload;
  if (!point) return null;
  return (
    <div className="card scatter-words">
      <b>{point.name}</b>
      <span>{point.exposure} % observed exposure</span>
      <span>{point.words} at target</span>
      <span>{formatPeople(point.people)}</span>
    </div>
  );
}
