import { HEATMAP_METRICS, type HeatmapMetric } from '~/modules/capability/domain/heatmap-view';
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import { isUuid } from '~/shared/is-uuid';

/** The page's whole state as its address holds it. */
export interface HeatmapState {
  readonly parentId: string | null;
  readonly rows: 'team' | 'person';
  readonly metric: HeatmapMetric;
  /** The cell whose panel is open. */
  readonly cell: { readonly rowKey: string; readonly dimension: Dimension } | null;
  readonly after: string | null;
  /** Of the people rows: only those directly in the team. */
  readonly directOnly: boolean;
}

/** Reads the address; what it does not understand is the default. */
export function readHeatmapState(search: URLSearchParams): HeatmapState {
  const parent = search.get('parent');
  const metric = HEATMAP_METRICS.find((known) => known === search.get('figure')) ?? 'level';
  const after = search.get('after');
  return {
    parentId: parent && isUuid(parent) ? parent : null,
    rows: search.get('rows') === 'person' ? 'person' : 'team',
    metric,
    cell: readCell(search.get('cell')),
    directOnly: search.get('direct') === '1',
    after:
      after && after.length <= 300 && !after.includes('\0') && isUuid(after.split('\t')[1] ?? '')
        ? after
        : null,
  };
}

function readCell(text: string | null): HeatmapState['cell'] {
  const [kind, id, dimension] = (text ?? '').split(':');
  if (!kind || id === undefined || !dimension || !isDimension(dimension)) return null;
  return { rowKey: `${kind}:${id}`, dimension };
}

/** The search string of a state with some parts changed; a part set to null is left out. */
export function searchWith(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString().replaceAll('%3A', ':');
  return text ? `?${text}` : '.';
}
