import { z } from 'zod';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { LEVELS } from '~/modules/frameworks/domain/level';
import { lineField } from '~/modules/people/domain/line-field';
import { OCCUPATION_CODE } from '~/modules/people/domain/occupation-cell';
import { RATER_KINDS } from './rater-kind';

/** Most ratings of one call, in all its items. */
export const MOST_POSTED_RATINGS = 10_000;
const LONGEST_EVIDENCE = 4_000;

const rating = z.strictObject({
  dimension: z.enum(DIMENSIONS),
  level: z.literal(LEVELS).nullable().describe('Null: the rater was unsure.'),
  evidence: z
    .string()
    .max(LONGEST_EVIDENCE)
    .optional()
    .describe('What was seen. No health information, please.'),
});

/** One assessment of a call. Its key is employee, rater kind, rater, cycle or day, and occupation (api.md). */
export const postedAssessment = z
  .strictObject({
    employeeExternalId: lineField(200).optional(),
    employeeId: z.guid().toLowerCase().optional(),
    rater: z.enum(RATER_KINDS),
    raterExternalId: lineField(200).optional(),
    cycleId: z.guid().toLowerCase().optional(),
    assessedOn: z.iso.date().describe('A later day than today is refused.'),
    occupation: z
      .string()
      .regex(OCCUPATION_CODE, 'is not a code such as 33-9032.00')
      .optional()
      .describe("Left out: the person's main occupation on the day."),
    ratings: z.array(rating).min(1).max(100),
  })
  .refine((item) => (item.employeeId === undefined) !== (item.employeeExternalId === undefined), {
    error: 'has either employeeId or employeeExternalId',
  });
export type PostedAssessment = z.output<typeof postedAssessment>;

/** POST /api/v1/assessments: as it is described. */
export const postedAssessmentsBody = z.strictObject({
  items: z.array(postedAssessment).min(1).max(MOST_POSTED_RATINGS),
});

/** As it is read: each item is judged by itself, so that a faulty one refuses no other. */
export const anyAssessmentsBody = z.strictObject({
  items: z.array(z.unknown()).min(1).max(MOST_POSTED_RATINGS),
});

/** What became of each item, in the order of the call; a correction is created, as a new version. */
export const postedAssessmentsAnswer = z.object({
  items: z.array(
    z.object({
      index: z.number().int(),
      status: z.enum(['created', 'unchanged', 'rejected']),
      id: z.guid().optional().describe('Of the assessment as it stands now; absent when rejected.'),
      errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    }),
  ),
});
export type PostedAssessments = z.output<typeof postedAssessmentsAnswer>;

/** In OpenAPI: what can be asked for. */
export const ASSESSMENT_RESOURCES = [
  {
    path: '/assessments',
    method: 'post',
    summary:
      'Brings in up to 10,000 ratings a call, each item by itself. The same key with other levels is a correction, kept as a new version; the same call again changes nothing. The token, of an HR partner, is named as who imported them and accepts no evidence; of who made the token it brings in the own view (self) alone; a cycle in draft takes none.',
    body: postedAssessmentsBody,
    answer: postedAssessmentsAnswer,
  },
] as const;
