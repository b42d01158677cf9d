import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { HeatmapCellView, HeatmapRowView } from '../domain/heatmap-view';
import type { CoarseShare } from '../domain/suppression/released-figures';
import { type ReleasedRow, releasedRows } from '../domain/suppression/released-rows';
import type { ReleasedView } from './get-release-cut';

/** The rows beneath a group as a suppressed viewer reads them; no row where the group shows no children. */
export function releasedRowViews(
  { cut, release }: ReleasedView,
  parent: string | null,
  hasChildren: (teamId: string) => boolean,
): HeatmapRowView[] {
  const perDimension = DIMENSIONS.map((_, dimension) => releasedRows({ cut, dimension }, parent));
  const keys = new Map<string, ReleasedRow>();
  for (const row of perDimension.flat()) keys.set(keyOf(row), row);
  return [...keys].map(([key, { id, kind, name, restOf }]) => {
    const inDimensions = perDimension.map((rows) => rows.find((row) => keyOf(row) === key));
    const shown = inDimensions.filter((row) => row !== undefined && row.figures !== null);
    const oldest = shown.flatMap((row) => row?.oldestOn ?? []).sort()[0];
    return {
      id: id ?? '',
      name,
      kind,
      ...(restOf ? { restOf } : {}),
      people: Math.max(0, ...shown.map((row) => row?.figures?.people ?? 0)),
      released: true,
      figuresOf: oldest && oldest !== release.asOf ? oldest : null,
      hasChildren: kind === 'group' && id !== null && shown.length > 0 && hasChildren(id),
      cells: DIMENSIONS.map((dimension, index) => releasedCell(dimension, inDimensions[index])),
    };
  });
}

/** One cell as released: people, assessed, mean and a coarse share, or nothing at all. */
function releasedCell(dimension: Dimension, row: ReleasedRow | undefined): HeatmapCellView {
  if (!row?.figures) return { dimension, suppressed: true };
  const { people, assessed, mean, atTarget } = row.figures;
  return {
    dimension,
    suppressed: false,
    people,
    assessed,
    mean,
    ...(atTarget ? { atTargetBand: shareInWords(atTarget) } : {}),
  };
}

const THIRDS = { 1: 'under a third', 2: 'a third to two thirds', 3: 'over two thirds' } as const;

function shareInWords(share: CoarseShare): string {
  return share.step === 'third' ? THIRDS[share.third] : `about ${share.percent} %`;
}

function keyOf({ kind, id }: Pick<ReleasedRow, 'kind' | 'id'>): string {
  return `${kind}:${id ?? ''}`;
}
