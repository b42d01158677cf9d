import { sql } from 'kysely';
import type { Row, Runner } from './tenant-world';

interface Chosen {
  readonly canary: string;
  /** Whom the entry is about, and whose the personal value is. */
  readonly personId: string;
}

/** Writes one entry with a personal value through the function that the application uses; both rows, by table. */
export async function appendAuditRows(ctx: Runner, { canary, personId }: Chosen): Promise<Map<string, Row>> {
  const details = JSON.stringify({ canary, user: personId, linked: false });
  const personal = JSON.stringify([{ name: 'email', person: personId, value: canary }]);
  await sql`select append_audit('operator', 'test', 'employee.link', 'employee', ${personId}::text, ${details}::text,
                                ${personal}::text::jsonb)`.execute(ctx.tx);
  const rows = new Map<string, Row>();
  for (const name of ['audit_entries', 'audit_personal_values']) {
    const from = sql.table(name);
    const found = await sql<{ row: Row }>`select to_jsonb(t) as row from ${from} t`.execute(ctx.tx);
    if (!found.rows[0]) throw new Error(`no row was made in ${name}`);
    rows.set(name, found.rows[0].row);
  }
  return rows;
}
