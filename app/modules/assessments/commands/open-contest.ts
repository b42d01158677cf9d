import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict, Forbidden, InvalidInput, NotFound } from '~/shared/errors';
import { findContest, insertContest, updateOpenContest } from '../data/contests';
import { concernedRatings, type StandingRating } from '../domain/concerned-ratings';
import { contestText } from '../domain/contest';
import { listBlindRatings } from '../queries/list-blind-ratings';
import { listStandingRatings } from '../queries/list-standing-ratings';

type Person = Pick<Viewer, 'kind' | 'role' | 'employeeId'>;

export interface ContestWish {
  /** Whose record the page shows: it has to be the own one. */
  readonly employeeId: string;
  readonly dimension: string;
  /** The rating that is contested; null: the level of the dimension. */
  readonly assessmentId: string | null;
  readonly statement: string;
}

/**
 * Contests a rating of one's own, or the level of a dimension; it is marked until somebody answers. Returns its id.
 * @throws NotFound for anybody else's record and for a rating that is none of one's own; InvalidInput; Conflict when one
 * of the same dimension is open.
 */
export async function openContest(ctx: TenantContext, viewer: Person, wish: ContestWish): Promise<string> {
  const employeeId = ownRecord(viewer, wish.employeeId);
  const { dimension, assessmentId } = wish;
  if (!isDimension(dimension)) throw new InvalidInput('There is no such dimension.');
  const unknown = await listBlindRatings(ctx, viewer, employeeId);
  const known = (await listStandingRatings(ctx, employeeId)).filter((one) => !unknown.has(one.assessmentId));
  requireRated(known, { dimension, assessmentId });
  const statement = contestText(wish.statement, 'statement');
  const contestId = v7();
  if (!(await insertContest(ctx, { contestId, employeeId, dimension, assessmentId, statement })))
    throw new Conflict('You contest this dimension already; it waits for an answer.');
  record(ctx, 'contest.open', { contestId, employeeId });
  await enqueue(ctx, 'contest-letters', { contestId }, { key: null });
  return contestId;
}

/** Takes an open contest of one's own back. Throws Conflict when it is not open, or not one's own. */
export async function takeContestBack(
  ctx: TenantContext,
  viewer: Person,
  { employeeId, contestId }: { readonly employeeId: string; readonly contestId: string },
): Promise<void> {
  const own = ownRecord(viewer, employeeId);
  const contest = await findContest(ctx, contestId);
  const end = { state: 'withdrawn', remedy: null, answer: null, answeredBy: null } as const;
  if (contest?.employeeId !== own || !(await updateOpenContest(ctx, contestId, end)))
    throw new Conflict('This contest is not open any more.');
  record(ctx, 'contest.take_back', { contestId, employeeId: own });
}

function ownRecord({ kind, employeeId }: Person, asked: string): string {
  if (kind !== 'user') throw new Forbidden('A person contests a rating; a token does not.');
  if (employeeId === null || employeeId !== asked)
    throw new NotFound('There is no such person in this organization.');
  return employeeId;
}

function requireRated(
  ratings: readonly StandingRating[],
  wish: { readonly dimension: Dimension; readonly assessmentId: string | null },
): void {
  if (concernedRatings(ratings, wish).length > 0) return;
  throw new NotFound('There is no such rating on your record.');
}

function record(
  ctx: TenantContext,
  action: 'contest.open' | 'contest.take_back',
  { contestId, employeeId }: { readonly contestId: string; readonly employeeId: string },
): void {
  recordAudit(ctx, {
    action,
    subject: { kind: 'employee', id: employeeId },
    details: { contest: contestId },
  });
}
