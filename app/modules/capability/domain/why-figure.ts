/** Names of figures that can be asked for, such as `heatmap:team:ID:leadership:mean`, and the answer's shape. Source: api.md. */
import { z } from 'zod';
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import { NONE } from './heatmap-filter';
import type { HeatmapMetric } from './heatmap-view';
import { TILES, type TileKey } from './overview/tile';

export const WHY_ROWS = ['team', 'direct', 'site', 'occupation', 'band'] as const;

/** The figure of a cell that each field is explained by. */
export const WHY_FIELDS = {
  mean: 'level',
  meanGap: 'gap',
  atTargetShare: 'at_target',
  unknownShare: 'unknown',
  selfManagerDifference: 'difference',
} as const satisfies Readonly<Record<string, HeatmapMetric>>;
export type WhyField = keyof typeof WHY_FIELDS;

export interface HeatmapFigure {
  readonly rows: (typeof WHY_ROWS)[number];
  readonly id: string;
  readonly dimension: Dimension;
  readonly field: WhyField;
}

/** Reads the name of a heatmap's figure; null for what is none. */
export function readHeatmapFigure(name: string): HeatmapFigure | null {
  const [page, kind, id = '', dimension = '', field = '', ...rest] = name.split(':');
  const rows = WHY_ROWS.find((known) => known === kind);
  const isId = rows === 'team' || rows === 'direct' ? z.uuid().safeParse(id).success : id.length > 0;
  if (page !== 'heatmap' || rest.length > 0 || !rows || !isId || !isDimension(dimension)) return null;
  if (!Object.hasOwn(WHY_FIELDS, field)) return null;
  return { rows, id, dimension, field: field as WhyField };
}

/** The tile that `overview:KEY` names; null for what is none. */
export function readOverviewFigure(name: string): TileKey | null {
  const [page, key, ...rest] = name.split(':');
  if (page !== 'overview' || rest.length > 0) return null;
  return TILES.find((known) => known === key) ?? null;
}

export const whyQuery = z.strictObject({
  figure: z
    .string()
    .max(200)
    .describe(
      `heatmap:ROWS:ID:DIMENSION:FIELD with ROWS one of ${WHY_ROWS.join(', ')}; ID of the row, \`${NONE}\` for people without one; FIELD one of ${Object.keys(WHY_FIELDS).join(', ')}. Or overview:TILE with TILE one of ${TILES.join(', ')}.`,
    ),
  asOf: z.iso.date().optional(),
});

export const whyAnswer = z.object({
  figure: z.string(),
  value: z.number().nullable(),
  formula: z.string(),
  inputs: z.array(z.object({ label: z.string(), value: z.string() })),
  excluded: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  constants: z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])),
  versions: z.string(),
  asOf: z.iso.date(),
  link: z.string(),
});
export type WhyAnswer = z.infer<typeof whyAnswer>;
