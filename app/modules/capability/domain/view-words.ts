/** What a view of the heatmap is of and what it leaves out, in lines for pictures and print. Source: product.md, method.md 9. */
import { formatDay } from '~/shared/format-day';
import type { HeatmapMetric, HeatmapView } from './heatmap-view';
import { METRIC_WORDS } from './heatmap-words';

interface ShownView extends Pick<HeatmapView, 'asOf' | 'release' | 'parent' | 'rows'> {
  /** Computed now for a day that is over. */
  readonly past: boolean;
  readonly ownTeamsOnly: boolean;
  readonly total: number | null;
}

/** "Mean level, Operations / Night". */
export function viewTitle(
  { rows, parent }: Pick<ShownView, 'rows' | 'parent'>,
  metric: HeatmapMetric,
): string {
  const words = rows[0]?.kind === 'person' ? 'level of each person' : METRIC_WORDS[metric];
  const place = parent ? `, ${parent.path.map(({ name }) => name).join(' / ')}` : '';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${place}`;
}

/** As of when, filters, and what is not shown; a line each. */
export function viewLines(view: ShownView, organization: string, filters: readonly string[]): string[] {
  return [
    `${organization} · ${asOfWords(view)}`,
    filters.length > 0 ? `Only ${filters.join(' · ')}` : 'No filters',
    ...notes(view),
  ];
}

function asOfWords({ asOf, release, rows, past }: ShownView): string {
  const released = release ? `released figures of ${formatDay(release.asOf)}` : null;
  if (released && rows.every((row) => row.released)) return released;
  const live = past ? `figures as of ${formatDay(asOf)}, as known now` : `figures of ${formatDay(asOf)}`;
  return released ? `${live} · elsewhere ${released}` : live;
}

function notes({ release, ownTeamsOnly, rows, total }: ShownView): string[] {
  return [
    ...(release
      ? ['Groups of few people are locked: hidden to protect individuals. AI use is not released by team.']
      : []),
    ...(ownTeamsOnly ? ['Only people of the reader’s own teams are counted.'] : []),
    ...(total !== null && total > rows.length ? [`The first ${rows.length} of ${total} people.`] : []),
  ];
}
