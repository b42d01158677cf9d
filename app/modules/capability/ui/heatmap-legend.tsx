import { LockIcon } from '~/components/lock-icon';
import { LevelLegend } from '~/modules/frameworks/ui/level-legend';
import type { HeatmapMetric, HeatmapView } from '../domain/heatmap-view';
import { HIDDEN_WORDS } from './cell-label';

const STEPS: Readonly<Record<Exclude<HeatmapMetric, 'level'>, readonly string[]>> = {
  gap: ['target met', 'under 0.5 missing', '0.5 to 0.9', '1.0 and more'],
  unknown: ['up to 5 % not assessed', '6 to 20 %', '21 to 40 %', 'over 40 %'],
  difference: ['rated alike', 'under 0.5 apart', '0.5 to 0.9', '1.0 and more'],
  trend: ['clearly up', '', 'clearly down', ''],
  at_target: ['80 % and more at target', '60 to 79 %', '40 to 59 %', 'under 40 %'],
};

export interface HeatmapLegendProps {
  readonly metric: HeatmapMetric;
  readonly view: Pick<HeatmapView, 'rows'>;
}

/** What the colours, patterns, marks and keys mean, as far as they occur for this viewer. */
export function HeatmapLegend({ metric, view }: HeatmapLegendProps) {
  const people = view.rows.some((row) => row.kind === 'person');
  const locks = view.rows.some((row) => row.cells.some((cell) => cell.suppressed));
  const live = view.rows.some((row) => !row.released);
  return (
    <ul className="legend" aria-label="Legend">
      {metric === 'level' || people ? (
        <LevelLegend />
      ) : live || metric === 'unknown' ? (
        <GapSteps words={STEPS[metric]} />
      ) : null}
      {people ? null : (
        <li>
          <i
            className="swatch"
            {...(metric === 'level' ? { 'data-level': 2 } : { 'data-gap': 1 })}
            data-unknown=""
          />
          over 20 % not assessed
        </li>
      )}
      {live && !people ? <LiveMarks /> : null}
      {locks ? (
        <li>
          <LockIcon /> {HIDDEN_WORDS}
        </li>
      ) : null}
      <li className="legend-keys">
        <kbd>←</kbd>
        <kbd>↑</kbd>
        <kbd>↓</kbd>
        <kbd>→</kbd> move <kbd>Enter</kbd> open <kbd>Esc</kbd> close
      </li>
    </ul>
  );
}

function GapSteps({ words }: { readonly words: readonly string[] }) {
  return (
    <>
      {words.map((word, step) =>
        word === '' ? null : (
          <li key={word}>
            <i className="swatch" data-gap={step} />
            {word}
          </li>
        ),
      )}
    </>
  );
}

function LiveMarks() {
  return (
    <>
      <li>−0.6 missing to target</li>
      <li>36 ?5%: 36 assessed, 5 % not</li>
      <li>
        <i className="mark-split" /> levels far apart
      </li>
      <li>
        <i className="mark-single" /> one person only
      </li>
    </>
  );
}
