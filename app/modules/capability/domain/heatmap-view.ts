import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Change } from './change-between';

export type RaterKind = 'self' | 'manager' | 'peer' | 'calibrated';

/** One cell as GET /heatmap gives it. Which figures are present depends on what the viewer may see. */
export interface HeatmapCellView {
  dimension: Dimension;
  suppressed: boolean;
  people?: number | undefined;
  assessed?: number | undefined;
  /** People at level 0 to 4. */
  distribution?: [number, number, number, number, number] | undefined;
  median?: number | null | undefined;
  mean?: number | null | undefined;
  meanTarget?: number | null | undefined;
  /** People with both level and target: the basis of target and gap figures. */
  pairs?: number | undefined;
  meanGap?: number | null | undefined;
  gapIndex?: number | null | undefined;
  /** 0 to 1. */
  atTargetShare?: number | null | undefined;
  atTargetLow?: number | null | undefined;
  /** At-target share in words, for released rows (method.md 9.6). */
  atTargetBand?: string | undefined;
  unknownShare?: number | null | undefined;
  recheckShare?: number | null | undefined;
  /** Mean evidence strength, 0 to 1; of one rating in a person's row. */
  strength?: number | null | undefined;
  newestOn?: string | null | undefined;
  selfManagerDifference?: number | null | undefined;
  /** People behind the self-manager difference. */
  differenceN?: number | undefined;
  spread?: boolean | undefined;
  singlePoint?: boolean | undefined;
  /** Who gave the level, in a person's row. */
  rater?: RaterKind | null | undefined;
  /** Code of the other occupation that the level was given under, in a person's row. */
  ratedAs?: string | undefined;
  ratedAsTitle?: string | undefined;
  /** The person contests the level, and nobody answered yet; in a person's row. */
  contested?: boolean | undefined;
  /** The target is the band's, none is written; in a person's row. */
  defaultTarget?: boolean | undefined;
  /** Framework versions of the ratings counted, in live rows and those of people. */
  frameworkVersions?: string[] | undefined;
  /** Since an earlier day, where that was asked; null: one of the days has no figure. */
  change?: Change | null | undefined;
}

export interface HeatmapRowView {
  id: string;
  /** Plain name of the group or person; `rowName` adds "directly in" and "the rest of". */
  name: string;
  kind: 'group' | 'direct' | 'person';
  restOf?: boolean | undefined;
  people: number;
  released: boolean;
  /** Day of the figures of a released row's block, when it is older than the release. */
  figuresOf: string | null;
  hasChildren: boolean;
  /** Somebody of a live group has a rating that the viewer does not read yet: see waiting-figures.ts. */
  waits?: boolean | undefined;
  cells: HeatmapCellView[];
}

export interface HeatmapView {
  asOf: string;
  computedAt: string | null;
  pending: boolean;
  release: { id: string; asOf: string } | null;
  parent: { id: string; name: string; path: { id: string; name: string }[] } | null;
  rows: HeatmapRowView[];
  canSeePeople: boolean;
}

/** What the number in the cells is. */
export const HEATMAP_METRICS = ['level', 'gap', 'at_target', 'unknown', 'difference', 'trend'] as const;
export type HeatmapMetric = (typeof HEATMAP_METRICS)[number];

/** Key of a row that tells a group from the row "directly in" of the same id. */
export function rowKey(row: Pick<HeatmapRowView, 'id' | 'kind'>): string {
  return `${row.kind}:${row.id}`;
}

/** Name of a row in the middle of a sentence: "directly in X", "the rest of X" or the plain name. */
export function rowName(row: Pick<HeatmapRowView, 'name' | 'kind' | 'restOf'>): string {
  if (row.kind === 'direct') return `directly in ${row.name}`;
  return row.restOf ? `the rest of ${row.name}` : row.name;
}

/** The name as it begins a line. */
export function rowTitle(row: Pick<HeatmapRowView, 'name' | 'kind' | 'restOf'>): string {
  const name = rowName(row);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** True when no figure of the row may be shown, so that its count of people is left out too. */
export function isHiddenRow(row: Pick<HeatmapRowView, 'cells'>): boolean {
  return row.cells.length > 0 && row.cells.every((cell) => cell.suppressed);
}
