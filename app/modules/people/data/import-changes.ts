import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

/**
 * All that an import can change of these people, as rows of person, key and JSON: the same text for the same facts. Read
 * table by table and grouped, since a look for each person would ask each time whose rows they are.
 */
const partsOf = (ctx: TenantContext, employeeIds: readonly string[]) => {
  const scope = sql`organization_id = ${ctx.organizationId}::uuid and employee_id = any(${employeeIds}::uuid[])`;
  return sql`
    select employee_id, 'person' as key, jsonb_build_object(
             'name', name, 'email', email, 'kind', kind, 'started_on', started_on, 'ended_on', ended_on) as value
      from public.employees where ${scope}
    union all
    select employee_id, 'employments', jsonb_agg(jsonb_build_object(
             'valid_from', valid_from, 'valid_to', valid_to, 'title', title, 'team_id', team_id,
             'site_id', site_id, 'manager_id', manager_id, 'status', status, 'available', available,
             'absence', absence) order by valid_from)
      from public.employments where ${scope} group by employee_id
    union all
    select employee_id, 'occupations', jsonb_agg(jsonb_build_object(
             'soc', soc, 'valid_from', valid_from, 'valid_to', valid_to, 'role_band', role_band,
             'share', share, 'confirmed_by', confirmed_by) order by soc, valid_from)
      from public.employee_occupations where ${scope} group by employee_id`;
};
const NOTHING = sql`'{"employments": [], "occupations": []}'::jsonb`;
/** Stands between texts of JSON, which have no such character. */
const BETWEEN = '\u001e';
/** People of one statement: what is grouped fits into the server's working memory. */
const BATCH = 1_000;

export interface ChangedPerson {
  readonly employeeId: string;
  /** What was known of the person, as JSON (factsText); null for a person whom the import made. */
  readonly before: string | null;
  /** MD5 of what the import left (factsText). */
  readonly afterHash: string;
}

/** Keeps what was known of people before an import, and a mark of what it left; what is kept already stays. */
export async function insertImportChanges(
  ctx: TenantContext,
  importId: string,
  people: readonly ChangedPerson[],
): Promise<void> {
  for (const batch of batches(people, BATCH)) {
    const ids = batch.map((person) => person.employeeId);
    // One text: each of them as an element of an array would have its quotes escaped, and read, twice.
    const known = batch.map((person) => person.before ?? '').join(BETWEEN);
    const left = batch.map((person) => person.afterHash);
    await sql`
      insert into public.import_changes (organization_id, import_id, employee_id, before, after_hash, recorded_at)
      select ${ctx.organizationId}::uuid, ${importId}::uuid, employee_id, nullif(before, '')::jsonb, after_hash,
             ${ctx.now}::timestamptz
        from rows from (unnest(${ids}::uuid[]), string_to_table(${known}::text, ${BETWEEN}), unnest(${left}::text[]))
             as known(employee_id, before, after_hash)
          on conflict do nothing`.execute(ctx.tx);
  }
}

/** Of these people, MD5 of what is known. */
async function hashesOf(ctx: TenantContext, employeeIds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const batch of batches(employeeIds, BATCH)) {
    const { rows } = await sql<{ employeeId: string; hash: string }>`
      select employee_id as "employeeId", md5((${NOTHING} || jsonb_object_agg(key, value))::text) as hash
        from (${partsOf(ctx, batch)}) as parts
       group by employee_id having bool_or(key = 'person')`.execute(ctx.tx);
    for (const { employeeId, hash } of rows) found.set(employeeId, hash);
  }
  return found;
}

export interface TouchedPerson {
  readonly employeeId: string;
  readonly externalId: string;
  readonly name: string;
  /** The import made the person. */
  readonly made: boolean;
  /** Nobody changed the person since. */
  readonly untouched: boolean;
  /** The e-mail that the person would have again. */
  readonly email: string | null;
}

/** The people whom an import touched and who are still there. */
export async function listTouchedPeople(ctx: TenantContext, importId: string): Promise<TouchedPerson[]> {
  const { rows } = await sql<Omit<TouchedPerson, 'untouched'> & { hash: string | null; signsIn: boolean }>`
    select e.employee_id as "employeeId", e.external_id as "externalId", e.name, c.before is null as made,
           c.after_hash as hash, e.user_id is not null as "signsIn", c.before -> 'person' ->> 'email' as email
      from public.import_changes c
      join public.employees e on e.organization_id = c.organization_id and e.employee_id = c.employee_id
     where c.organization_id = ${ctx.organizationId}::uuid and c.import_id = ${importId}::uuid
     order by e.external_id`.execute(ctx.tx);
  const hashes = await hashesOf(
    ctx,
    rows.map((row) => row.employeeId),
  );
  return rows.map(({ hash, signsIn, ...person }) => ({
    ...person,
    untouched: hash === hashes.get(person.employeeId) && !(person.made && signsIn),
  }));
}

/** Deletes what was known before imports whose time is over. */
export async function deleteImportChangesBefore(ctx: TenantContext, before: Date): Promise<void> {
  await ctx.tx.deleteFrom('importChanges').where('recordedAt', '<', before).execute();
}
