import type { TenantContext } from '#db/tenancy';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { listCalibrationsOfPerson } from './list-calibrations-of-person';
import { listRecordOfPerson } from './list-record-of-person';
import { listReexpressionsOfPerson } from './list-reexpressions-of-person';

/** Something that happened to the ratings of a person. */
export interface RatingChange {
  readonly at: Date;
  /** "The manager rated 10 dimensions". */
  readonly what: string;
  /** Id of the user who did it; null: it is told by kind, or nobody's to know. */
  readonly by: string | null;
  readonly reason: string | null;
}

const WHO = {
  self: 'The person',
  manager: 'The manager',
  calibrated: 'A calibrated value: somebody',
} as const;

/**
 * Every change of a person's ratings, the newest first: rated, corrected, settled, read in another version, taken back.
 * Of peers nothing is told: who rated when would name them. Whether the reader may see it is the caller's to know.
 * @param without what the reader does not know yet (list-blind-ratings.ts)
 */
export async function listRatingChanges(
  ctx: TenantContext,
  employeeId: string,
  without: ReadonlySet<string>,
): Promise<RatingChange[]> {
  const record = await listRecordOfPerson(ctx, employeeId, without);
  const rated = record.flatMap(({ rater, state, submittedAt, ratings }): RatingChange[] => {
    if (rater === 'peer' || rater === 'calibrated' || state === 'draft' || submittedAt === null) return [];
    const end =
      state === 'withdrawn' ? ', withdrawn since' : state === 'superseded' ? ', corrected since' : '';
    const n = ratings.length === 1 ? '1 dimension' : `${ratings.length} dimensions`;
    return [{ at: submittedAt, what: `${WHO[rater]} rated ${n}${end}`, by: null, reason: null }];
  });
  const settled = (await listCalibrationsOfPerson(ctx, employeeId)).flatMap((one): RatingChange[] => {
    const where = DIMENSION_LABELS[one.dimension];
    const { decidedAt, decidedBy, replacedAt, undoneBy, level, reason } = one;
    const first = { at: decidedAt, what: `${where}: settled at ${level}`, by: decidedBy, reason };
    if (replacedAt === null || undoneBy === null) return [first];
    return [
      first,
      { at: replacedAt, what: `${where}: settled value taken back`, by: undoneBy, reason: null },
    ];
  });
  const reread = (await listReexpressionsOfPerson(ctx, employeeId, without)).flatMap(
    (one): RatingChange[] => {
      const where = DIMENSION_LABELS[one.dimension];
      const { appliedAt, appliedBy, undoneAt, undoneBy, level, fromVersion, toVersion } = one;
      const what = `${where}: rated under ${fromVersion}, read in ${toVersion} as ${level}`;
      const first = { at: appliedAt, what, by: appliedBy, reason: null };
      if (undoneAt === null) return [first];
      return [
        first,
        { at: undoneAt, what: `${where}: read in ${fromVersion} again`, by: undoneBy, reason: null },
      ];
    },
  );
  return [...rated, ...settled, ...reread].sort((a, b) => b.at.getTime() - a.at.getTime());
}
