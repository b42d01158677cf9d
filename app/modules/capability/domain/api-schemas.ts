/** Shapes of the API's heatmap and profiles, the same for reading, answering and OpenAPI. Source: api.md. */
import { z } from 'zod';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { EMPLOYEE_KINDS } from '~/modules/people/domain/employment-words';
import { HEATMAP_ROWS, NONE } from './heatmap-filter';
import { RATER_KINDS } from './rating-fact';

const day = z.iso.date();
const figure = z.number().nullable().optional();

export const heatmapQuery = z.strictObject({
  rows: z.enum(HEATMAP_ROWS).default('team'),
  parent: z.uuid().optional(),
  'filter[team]': z.uuid().optional().describe('A team with all beneath it.'),
  'filter[site]': z.uuid().or(z.literal(NONE)).optional(),
  'filter[occupation]': z
    .string()
    .regex(/^(?:\d{2}-\d{4}\.\d{2}|none)$/, 'is no occupation code, nor `none`')
    .optional()
    .describe('The main occupation.'),
  'filter[band]': z.enum(['1', '2', '3', '4', NONE]).optional(),
  'filter[kind]': z.enum(EMPLOYEE_KINDS).optional(),
  'filter[available]': z.enum(['yes', 'no']).optional(),
  asOf: day.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  cursor: z
    .string()
    .max(1_000)
    .regex(/^[A-Za-z0-9_-]+$/, 'is not a cursor of this list')
    .optional(),
});

const heatmapCell = z.object({
  dimension: z.enum(DIMENSIONS),
  suppressed: z.boolean(),
  people: z.number().int().optional(),
  assessed: z.number().int().optional(),
  distribution: z.array(z.number().int()).length(5).optional(),
  median: figure,
  mean: figure,
  meanTarget: figure,
  meanGap: figure,
  gapIndex: figure,
  atTargetShare: figure,
  atTargetBand: z.string().optional(),
  atTargetLow: figure,
  unknownShare: figure,
  recheckShare: figure,
  strength: figure,
  newestOn: day.nullable().optional(),
  selfManagerDifference: figure,
  differenceN: z.number().int().optional(),
  spread: z.boolean().optional(),
  singlePoint: z.boolean().optional(),
  rater: z.enum(RATER_KINDS).nullable().optional(),
  ratedAs: z.string().optional(),
  defaultTarget: z.boolean().optional(),
  frameworkVersions: z.array(z.string()).optional(),
});

export const heatmapAnswer = z.object({
  asOf: day,
  computedAt: z.iso.datetime().nullable(),
  pending: z.boolean(),
  release: z.uuid().nullable(),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['group', 'direct', 'person']),
      restOf: z.boolean().optional(),
      people: z.number().int().nullable(),
      figuresOf: day.nullable(),
      cells: z.array(heatmapCell).length(DIMENSIONS.length),
    }),
  ),
});

/** asOf: a day that is over, today when it is not given. */
export const profileQuery = z.strictObject({ asOf: day.optional() });

export const profileAnswer = z.object({
  employee: z.object({ id: z.uuid(), externalId: z.string(), name: z.string() }),
  asOf: day,
  computedAt: z.iso.datetime().nullable(),
  dimensions: z.array(
    z.object({
      dimension: z.enum(DIMENSIONS),
      level: z.number().int().min(0).max(4).nullable(),
      strength: z.number().nullable(),
      recheckOn: day.nullable(),
      rater: z.enum(RATER_KINDS).nullable(),
      ratedAs: z.string().optional(),
      importedBy: z.string().optional(),
      frameworkVersion: z.string().nullable(),
      assessedOn: day.nullable(),
      target: z.number().int().min(0).max(4).nullable(),
      defaultTarget: z.boolean(),
      critical: z.boolean(),
      gap: z.number().int().nullable(),
      selfManagerDifference: z.number().nullable(),
      contested: z
        .boolean()
        .describe('The person contests the level, and nobody has answered yet; whatever the day asked for.'),
    }),
  ),
  fit: z.object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    atTarget: z.number().int(),
    levelsMissing: z.number().int(),
    assessedWeight: z.number().nullable(),
  }),
});
