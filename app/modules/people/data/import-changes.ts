import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

/** All that an import can change of the person e, as JSON: the same text for the same facts. */
const SNAPSHOT = sql`jsonb_build_object(
  'person', jsonb_build_object(
    'name', e.name, 'email', e.email, 'kind', e.kind, 'started_on', e.started_on, 'ended_on', e.ended_on),
  'employments', coalesce((
    select jsonb_agg(jsonb_build_object(
      'valid_from', p.valid_from, 'valid_to', p.valid_to, 'title', p.title, 'team_id', p.team_id,
      'site_id', p.site_id, 'manager_id', p.manager_id, 'status', p.status, 'available', p.available,
      'absence', p.absence) order by p.valid_from)
      from public.employments p
     where p.organization_id = e.organization_id and p.employee_id = e.employee_id), '[]'::jsonb),
  'occupations', coalesce((
    select jsonb_agg(jsonb_build_object(
      'soc', o.soc, 'valid_from', o.valid_from, 'valid_to', o.valid_to, 'role_band', o.role_band,
      'share', o.share, 'confirmed_by', o.confirmed_by) order by o.soc, o.valid_from)
      from public.employee_occupations o
     where o.organization_id = e.organization_id and o.employee_id = e.employee_id), '[]'::jsonb))`;

/** Keeps what is known of these people before an import changes them. */
export async function insertKnownBefore(
  ctx: TenantContext,
  importId: string,
  employeeIds: readonly string[],
): Promise<void> {
  if (employeeIds.length === 0) return;
  await sql`
    insert into public.import_changes (organization_id, import_id, employee_id, before, recorded_at)
    select e.organization_id, ${importId}::uuid, e.employee_id, ${SNAPSHOT}, ${ctx.now}::timestamptz
      from public.employees e
     where e.organization_id = ${ctx.organizationId}::uuid and e.employee_id = any(${employeeIds}::uuid[])
    on conflict do nothing`.execute(ctx.tx);
}

/** Notes people whom an import has made. */
export async function insertMadePeople(
  ctx: TenantContext,
  importId: string,
  employeeIds: readonly string[],
): Promise<void> {
  for (const batch of batches(employeeIds)) {
    const rows = batch.map((employeeId) => ({ importId, employeeId, recordedAt: ctx.now }));
    await ctx.tx.insertInto('importChanges').values(rows).execute();
  }
}

/** Notes what an import left of the people whom it touched; of those of whom nothing is noted yet. */
export async function updateAfterHashes(ctx: TenantContext, importId: string): Promise<void> {
  await sql`
    update public.import_changes c set after_hash = md5((${SNAPSHOT})::text)
      from public.employees e
     where c.organization_id = ${ctx.organizationId}::uuid and c.import_id = ${importId}::uuid
       and c.after_hash is null
       and e.organization_id = ${ctx.organizationId}::uuid and e.employee_id = c.employee_id`.execute(ctx.tx);
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
  const { rows } = await sql<TouchedPerson>`
    select e.employee_id as "employeeId", e.external_id as "externalId", e.name, c.before is null as made,
           c.after_hash is not distinct from md5((${SNAPSHOT})::text)
             and (c.before is not null or e.user_id is null) as untouched,
           c.before -> 'person' ->> 'email' as email
      from public.import_changes c
      join public.employees e on e.organization_id = c.organization_id and e.employee_id = c.employee_id
     where c.organization_id = ${ctx.organizationId}::uuid and c.import_id = ${importId}::uuid
     order by e.external_id`.execute(ctx.tx);
  return rows;
}

/** Deletes what was known before imports whose time is over. */
export async function deleteImportChangesBefore(ctx: TenantContext, before: Date): Promise<void> {
  await ctx.tx.deleteFrom('importChanges').where('recordedAt', '<', before).execute();
}
