import { type RawBuilder, sql } from 'kysely';
import type { Runner } from './tenant-world';

/** What a statement did before it was taken back: its rows, or the SQLSTATE and constraint of its error. */
export interface Outcome<Row> {
  readonly rows: readonly Row[];
  readonly count: number;
  readonly code: string | undefined;
  readonly constraint: string | undefined;
}

/** Runs a statement inside a savepoint and takes its effect back. */
export async function attempt<Row>(ctx: Runner, statement: RawBuilder<Row>): Promise<Outcome<Row>> {
  return attemptWork(ctx, () => statement.execute(ctx.tx));
}

/** Runs work inside a savepoint and takes its effect back. */
export async function attemptWork<Row>(
  ctx: Runner,
  work: () => Promise<{ readonly rows: readonly Row[]; readonly numAffectedRows?: bigint | undefined }>,
): Promise<Outcome<Row>> {
  await sql`savepoint attempt`.execute(ctx.tx);
  try {
    const { rows, numAffectedRows } = await work();
    return { rows, count: Number(numAffectedRows ?? 0n), code: undefined, constraint: undefined };
  } catch (error) {
    const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string };
    if (!code) throw error;
    return { rows: [], count: 0, code, constraint };
  } finally {
    await sql`rollback to savepoint attempt`.execute(ctx.tx);
  }
}
