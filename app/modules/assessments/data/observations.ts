import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { ObservationFacts } from '../domain/observations/observation';

export interface ObservationRow extends ObservationFacts {
  readonly observationId: string;
  /** Id of the user who entered it. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const COLUMNS = [
  'observationId',
  'employeeId',
  'dimension',
  'observedOn',
  'event',
  'outcome',
  'note',
  'observerId',
  'recordedBy',
  'recordedAt',
] as const;

/** What was observed of these people, the newest first. */
export async function listObservationsOf(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<ObservationRow[]> {
  const rows = await ctx.tx
    .selectFrom('observations')
    .select(COLUMNS)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .orderBy('observedOn', 'desc')
    .orderBy('observationId')
    .execute();
  return rows as ObservationRow[];
}

export interface ObservationPage {
  /** Whose; null: everybody's. */
  readonly employeeIds: readonly string[] | null;
  /** Left out: every one. */
  readonly dimension: string | null;
  /** Part of the event's name; empty: every one. */
  readonly event: string;
  readonly offset: number;
  readonly limit: number;
}

/** A page of all observations, the newest first. */
export async function listObservationPage(
  ctx: TenantContext,
  { employeeIds, dimension, event, offset, limit }: ObservationPage,
): Promise<ObservationRow[]> {
  let query = ctx.tx.selectFrom('observations').select(COLUMNS);
  if (employeeIds !== null) query = query.where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`);
  if (dimension !== null) query = query.where('dimension', '=', dimension);
  if (event !== '') query = query.where(sql<boolean>`strpos(lower(event), lower(${event})) > 0`);
  const rows = await query
    .orderBy('observedOn', 'desc')
    .orderBy('observationId')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows as ObservationRow[];
}

/** One observation. */
export async function findObservation(
  ctx: TenantContext,
  observationId: string,
): Promise<ObservationRow | undefined> {
  const row = await ctx.tx
    .selectFrom('observations')
    .select(COLUMNS)
    .where('observationId', '=', observationId)
    .executeTakeFirst();
  return row as ObservationRow | undefined;
}

/** Adds observations, and takes the place of what was said under the same key. */
export async function upsertObservations(
  ctx: TenantContext,
  rows: readonly Omit<ObservationRow, 'recordedAt'>[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('observations')
      .values(batch.map((row) => ({ ...row, recordedAt: ctx.now })))
      .onConflict((conflict) =>
        conflict
          .columns(['organizationId', 'employeeId', 'dimension', 'observedOn', 'event'])
          .doUpdateSet((eb) => ({
            outcome: eb.ref('excluded.outcome'),
            note: eb.ref('excluded.note'),
            observerId: eb.ref('excluded.observerId'),
            recordedBy: eb.ref('excluded.recordedBy'),
            recordedAt: eb.ref('excluded.recordedAt'),
          })),
      )
      .execute();
  }
}

/** Removes an observation, with what it supports. */
export async function deleteObservation(ctx: TenantContext, observationId: string): Promise<void> {
  await ctx.tx.deleteFrom('observations').where('observationId', '=', observationId).execute();
}

/** The people a level of whom rests on evidence that is one of these observations. */
export async function listSupported(
  ctx: TenantContext,
  observationIds: readonly string[],
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('evidence')
    .innerJoin('assessments', 'assessments.assessmentId', 'evidence.assessmentId')
    .select('assessments.employeeId')
    .distinct()
    .where(sql<boolean>`evidence.observation_id = any(${observationIds}::uuid[])`)
    .execute();
  return rows.map(({ employeeId }) => employeeId);
}

/** Removes evidence that says what an observation said before it was corrected. */
export async function deleteEvidenceOf(ctx: TenantContext, observationIds: readonly string[]): Promise<void> {
  await ctx.tx
    .deleteFrom('evidence')
    .where(sql<boolean>`observation_id = any(${observationIds}::uuid[])`)
    .execute();
}

/** Deletes observations of before this day that support no rating; how many. */
export async function deleteObservationsBefore(ctx: TenantContext, day: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from observations o
     where o.organization_id = ${ctx.organizationId}::uuid and o.observed_on < ${day}::date
       and not exists (select 1 from evidence e
                        where e.organization_id = o.organization_id and e.observation_id = o.observation_id)`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows ?? 0n);
}
