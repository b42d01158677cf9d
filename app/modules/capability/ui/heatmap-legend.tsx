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

const ASSESSED = '36 ?5%: 36 assessed, 5 % not';

/** The lines beneath the number of a live cell (cell-figure.ts). */
const SMALL_PRINT: Readonly<Record<HeatmapMetric, readonly string[]>> = {
  level: ['\u22120.6 missing to target', ASSESSED],
  gap: ['1.9 beneath: mean level', ASSESSED],
  at_target: ['\u22120.6 missing to target', ASSESSED],
  unknown: ['n 36: 36 assessed'],
  trend: ['n 36: 36 known on both days'],
  difference: ['n 36: 36 rated by both'],
};

/** A colour that the hatched swatch can have in the view; an unclear change has none. */
const UNKNOWN_GROUND = {
  ...{ level: { 'data-level': 2 }, gap: { 'data-gap': 1 }, at_target: { 'data-gap': 1 } },
  ...{ unknown: { 'data-gap': 2 }, difference: { 'data-gap': 1 }, trend: {} },
} as const satisfies Record<HeatmapMetric, object>;

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
          <i className="swatch" {...UNKNOWN_GROUND[metric]} data-unknown="" />
          over 20 % not assessed
        </li>
      )}
      {live && !people ? <LiveMarks metric={metric} /> : null}
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

function LiveMarks({ metric }: { readonly metric: HeatmapMetric }) {
  return (
    <>
      {SMALL_PRINT[metric].map((word) => (
        <li key={word}>{word}</li>
      ))}
      <li>
        <i className="mark-split" /> levels far apart
      </li>
      <li>
        <i className="mark-single" /> one person only
      </li>
    </>
  );
}
