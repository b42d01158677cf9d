import type { Sql } from 'postgres';

/** Counts the rows that are written of people, and ends the connection that writes a chosen one. */
export interface BackendKiller {
  /** Begins to count; the write of that row, from 1, ends its connection. Without a number nothing ends. */
  arm(row?: number): Promise<void>;
  /** Rows written since. */
  written(): Promise<number>;
}

const TABLES = [
  'employees',
  'employments',
  'employee_occupations',
  'import_changes',
  'dirty_people',
  'teams',
];

/** Puts it into a test's own database. */
export async function installKiller(admin: Sql): Promise<BackendKiller> {
  await admin.unsafe(`
    create schema proof;
    create table proof.aim (at_row bigint);
    insert into proof.aim values (null);
    create sequence proof.written;
    create function proof.count_row() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      if nextval('proof.written') = (select at_row from proof.aim) then
        perform pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
      end if;
      return null;
    end $$;`);
  for (const table of TABLES)
    await admin.unsafe(`create trigger proof_count after insert or update or delete on public.${table}
      for each row execute function proof.count_row()`);
  return {
    async arm(row) {
      await admin`select setval('proof.written', 1, false)`;
      await admin`update proof.aim set at_row = ${row ?? null}`;
    },
    async written() {
      const [found] = await admin<{ rows: number }[]>`
        select case when is_called then last_value else 0 end::int as rows from proof.written`;
      return found?.rows ?? 0;
    },
  };
}
