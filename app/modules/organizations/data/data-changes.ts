import { sql } from 'kysely';
import type { AuthContext, TenantContext } from '#db/tenancy';

/** A moment of the organization's data. */
export interface DataMoment {
  /** What is committed at this moment, as PostgreSQL writes a snapshot. */
  readonly snapshot: string;
  /** Whether any row that pages read, of the organization or shared, was changed since the earlier moment. */
  readonly changed: boolean;
  /** Since when this server of the database runs: another one counts its transactions anew, or anew from an earlier one. */
  readonly server: string;
  /** Whether a job of the organization's figures waits, runs or is tried again. */
  readonly isBusy: boolean;
}

/** This moment beside the snapshot of an earlier one; null: all is changed. */
export async function findMoment(ctx: TenantContext, since: string | null): Promise<DataMoment> {
  const { rows } = await sql<DataMoment>`
    select pg_current_snapshot()::text as snapshot,
           ${since}::text is null or changed_since(${since}::text::pg_snapshot) as changed,
           pg_postmaster_start_time()::text as server,
           exists (select from own_figure_jobs(100) where state <> 'failed') as is_busy`.execute(ctx.tx);
  return rows[0] ?? { snapshot: '', changed: true, server: '', isBusy: true };
}

/** Forgets which transactions changed something where they are older than any page that is kept. */
export async function deleteOldChanges(ctx: AuthContext): Promise<void> {
  await sql`select auth.forget_changes()`.execute(ctx.tx);
}
