/** Shapes of the API's AI-readiness, the same for reading, answering and OpenAPI. Source: api.md. */
import { z } from 'zod';
import { READINESS_ROWS } from './readiness-view';

const day = z.iso.date();
const points = z.number().min(0).max(100).nullable();
const share = z.number().min(0).max(1).nullable();
const band = z.string().nullable().describe('A coarse share in words; of released rows only.');

export const readinessQuery = z.strictObject({
  rows: z.enum(READINESS_ROWS).default('occupation'),
  team: z.uuid().optional(),
  site: z.uuid().optional(),
  asOf: day.optional(),
  since: day.optional(),
});

const steps = z.object({
  before: z.number(),
  after: z.number(),
  evidenceMoved: z.number(),
  peopleMoved: z.number(),
  exposure: z.number(),
  known: z.number(),
  targets: z.number(),
  joinedAndLeft: z.number(),
  levels: z.number(),
});

const change = z.object({
  since: day,
  evidenceMoved: z.number(),
  peopleMoved: z.number(),
  plain: steps,
  weighted: steps.nullable(),
  common: z.number().int(),
  isClear: z.boolean().describe('At least 10 people on both days and two standard errors.'),
});

const row = z.object({
  id: z.string().nullable(),
  name: z.string(),
  kind: z.enum(['total', 'group', 'direct', 'none']),
  released: z.boolean(),
  suppressed: z.boolean(),
  restOf: z.boolean().optional(),
  people: z.number().int().nullable(),
  assessed: z.number().int().nullable(),
  n: z.number().int().nullable().describe('Assessed people with a target.'),
  exposure: share.describe('Null: no data, or a row that is no occupation; 0: none observed.'),
  exposureSource: z.string().nullable().describe('Whose value it is, where it is not the occupation’s own.'),
  release: z.string().nullable().describe('Release of the exposure data.'),
  readiness: points,
  weightedReadiness: points,
  readinessBand: band.optional(),
  weightedReadinessBand: band.optional(),
  atTargetShare: share,
  atTargetLow: share,
  atTargetBand: band.optional(),
  unknownShare: share,
  noExposureShare: share,
  mean: z.number().nullable(),
  levels: z.array(z.number().int()).length(5).nullable(),
  figuresOf: day.nullable(),
  change: change.nullable(),
});

export const readinessAnswer = z.object({
  asOf: day,
  computedAt: z.iso.datetime().nullable(),
  pending: z.boolean(),
  release: z.uuid().nullable().describe('Release of the figures that are not live.'),
  rows: z.array(row),
});

export type ReadinessAnswer = z.infer<typeof readinessAnswer>;
export type ReadinessResource = z.infer<typeof row>;

export const READINESS_RESOURCES = [
  {
    path: '/ai-readiness',
    summary:
      'Use of AI against target: everybody, then occupations, teams or sites; released figures are by occupation.',
    query: readinessQuery,
    answer: readinessAnswer,
  },
];
