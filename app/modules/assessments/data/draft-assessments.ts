import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { RaterKind } from '../domain/rater-kind';

/** What makes a draft one: there is one at most for each. */
export interface DraftKey {
  readonly employeeId: string;
  readonly raterKind: RaterKind;
  readonly raterId: string;
  readonly cycleId: string | null;
  readonly soc: string;
}

export interface OwnAssessment extends DraftKey {
  readonly assessmentId: string;
  readonly assessedOn: string;
  readonly state: 'draft' | 'submitted';
  readonly version: number;
  readonly submittedAt: Date | null;
}

const columns = [
  'assessmentId',
  'employeeId',
  'raterKind',
  'raterId',
  'cycleId',
  'soc',
  'assessedOn',
  'state',
  'version',
  'submittedAt',
] as const;

/** Imports of ratings wait until this transaction ends; others that submit go on beside it. */
export async function lockAssessmentsShared(ctx: TenantContext): Promise<void> {
  const key = `import-assessments:${ctx.organizationId}`;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`.execute(ctx.tx);
}

/** Adds an empty draft; its id, or null where there is one already. */
export async function insertDraft(
  ctx: TenantContext,
  draft: DraftKey & { readonly assessmentId: string; readonly assessedOn: string },
): Promise<string | null> {
  const row = await ctx.tx
    .insertInto('assessments')
    .values({ ...draft, state: 'draft', recordedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('assessmentId')
    .executeTakeFirst();
  return row?.assessmentId ?? null;
}

/** The id of the draft of a key, held until the transaction ends. */
export async function lockDraft(ctx: TenantContext, key: DraftKey): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('assessments')
    .select('assessmentId')
    .where('employeeId', '=', key.employeeId)
    .where('raterKind', '=', key.raterKind)
    .where('raterId', '=', key.raterId)
    .where(sql<boolean>`cycle_id is not distinct from ${key.cycleId}::uuid`)
    .where('soc', '=', key.soc)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  return row?.assessmentId;
}

/** Counts one more change of a draft; the new count. */
export async function updateDraftChanges(ctx: TenantContext, assessmentId: string): Promise<number> {
  const row = await ctx.tx
    .updateTable('assessments')
    .set((eb) => ({ draftChanges: eb('draftChanges', '+', 1) }))
    .where('assessmentId', '=', assessmentId)
    .returning('draftChanges')
    .executeTakeFirstOrThrow();
  return row.draftChanges;
}

export interface OwnQuestion {
  readonly raterId: string;
  readonly employeeIds: readonly string[];
  readonly cycleId: string | null;
}

/** What a rater has of these people in a cycle, or outside one: drafts and submitted ones, the newest first. */
export async function listOwnAssessments(
  ctx: TenantContext,
  { raterId, employeeIds, cycleId }: OwnQuestion,
): Promise<OwnAssessment[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .select(columns)
    .where('raterId', '=', raterId)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .where(sql<boolean>`cycle_id is not distinct from ${cycleId}::uuid`)
    .where('state', 'in', ['draft', 'submitted'])
    .orderBy('assessedOn', 'desc')
    .orderBy('assessmentId', 'desc')
    .execute();
  return rows as OwnAssessment[];
}

export interface Submission {
  readonly assessmentId: string;
  readonly assessedOn: string;
  readonly version: number;
  readonly frameworkVersions: Readonly<Record<string, string>>;
}

/** Makes a draft count. */
export async function updateToSubmitted(
  ctx: TenantContext,
  { assessmentId, frameworkVersions, ...stated }: Submission,
): Promise<void> {
  await ctx.tx
    .updateTable('assessments')
    .set({
      ...stated,
      frameworkVersions: { ...frameworkVersions },
      state: 'submitted',
      submittedAt: ctx.now,
    })
    .where('assessmentId', '=', assessmentId)
    .where('state', '=', 'draft')
    .execute();
}

/** Takes back what was submitted, with the reason; false where it does not count any more. */
export async function updateToWithdrawnByRater(
  ctx: TenantContext,
  assessmentId: string,
  reason: string,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('assessments')
    .set({ state: 'withdrawn', withdrawnReason: reason, withdrawnAt: ctx.now })
    .where('assessmentId', '=', assessmentId)
    .where('state', '=', 'submitted')
    .returning('assessmentId')
    .executeTakeFirst();
  return row !== undefined;
}

export interface EarlierLevel {
  readonly employeeId: string;
  readonly dimension: string;
  readonly level: number;
  readonly assessedOn: string;
}

/** The newest submitted level that a rater gave these people in each dimension, but for these assessments. */
export async function listOwnEarlierLevels(
  ctx: TenantContext,
  { raterId, employeeIds, except }: Omit<OwnQuestion, 'cycleId'> & { readonly except: readonly string[] },
): Promise<EarlierLevel[]> {
  const rows = await ctx.tx
    .selectFrom('ratings')
    .innerJoin('assessments', 'assessments.assessmentId', 'ratings.assessmentId')
    .distinctOn(['ratings.employeeId', 'ratings.dimension'])
    .select(['ratings.employeeId', 'ratings.dimension', 'ratings.level', 'ratings.assessedOn'])
    .where('assessments.raterId', '=', raterId)
    .where('assessments.state', '=', 'submitted')
    .where(sql<boolean>`assessments.employee_id = any(${employeeIds}::uuid[])`)
    .where(sql<boolean>`assessments.assessment_id <> all(${except}::uuid[])`)
    .where('ratings.level', 'is not', null)
    .orderBy('ratings.employeeId')
    .orderBy('ratings.dimension')
    .orderBy('ratings.assessedOn', 'desc')
    .execute();
  return rows as EarlierLevel[];
}
