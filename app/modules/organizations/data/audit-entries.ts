import { sql } from 'kysely';
import type { SignedContext, TenantContext } from '#db/tenancy';
import type { WrittenEntry } from '../domain/audit/new-entry';

/** Appends an entry as the context's actor; its number. Takes the log's lock, which is held to the end. */
export async function appendEntry(ctx: TenantContext | SignedContext, entry: WrittenEntry): Promise<number> {
  const { action, subjectKind, subjectId, details, personal } = entry;
  const { kind, id } = ctx.actor;
  const { rows } = await sql<{ sequence: number }>`
    select append_audit(${kind}::text, ${id}::text, ${action}::text, ${subjectKind}::text, ${subjectId}::text,
                        ${details}::text, ${JSON.stringify(personal)}::text::jsonb) as sequence`.execute(
    ctx.tx,
  );
  return rows[0]?.sequence ?? 0;
}

/** Deletes the personal values of a person from the log, with their salts; how many there were. */
export async function deletePersonalValues(ctx: TenantContext, personId: string): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    select erase_audit_values(${personId}::uuid) as erased`.execute(ctx.tx);
  return rows[0]?.erased ?? 0;
}

/** Which entries; what is absent does not narrow. Days are days of the zone. */
export interface EntryFilter {
  readonly actions?: readonly string[];
  readonly actor?: { readonly kind: string; readonly id: string };
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly from?: string;
  readonly until?: string;
  readonly zone: string;
}

export interface EntryPage {
  readonly limit: number;
  /** Only entries with a smaller number, newest first; */
  readonly before?: number;
  /** or only those with a greater number, oldest first. */
  readonly after?: number;
}

export interface EntryRow {
  readonly sequence: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** JSON text as stored. */
  readonly details: string;
  readonly commitments: string[];
  readonly previousHash: string;
  readonly hash: string;
}

/** A page of the entries that the filter keeps, by number. */
export async function listEntries(
  ctx: TenantContext,
  { actions, actor, subject, from, until, zone }: EntryFilter,
  { limit, before, after }: EntryPage,
): Promise<EntryRow[]> {
  const midnight = (day: string, days: number) =>
    sql<Date>`(${day}::date + ${days}::integer)::timestamp at time zone ${zone}`;
  let query = ctx.tx
    .selectFrom('auditEntries')
    .select(['sequence', 'at', 'actorKind', 'actorId', 'action', 'subjectKind', 'subjectId', 'commitments'])
    .select([
      sql<string>`details::text`.as('details'),
      sql<string>`encode(previous_hash, 'hex')`.as('previousHash'),
      sql<string>`encode(hash, 'hex')`.as('hash'),
    ]);
  if (actions) query = query.where('action', 'in', actions);
  if (actor) query = query.where('actorKind', '=', actor.kind).where('actorId', '=', actor.id);
  if (subject) query = query.where('subjectKind', '=', subject.kind).where('subjectId', '=', subject.id);
  if (from) query = query.where('at', '>=', midnight(from, 0));
  if (until) query = query.where('at', '<', midnight(until, 1));
  if (before !== undefined) query = query.where('sequence', '<', before);
  if (after !== undefined) query = query.where('sequence', '>', after);
  return query
    .orderBy('sequence', after === undefined ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

/** The last entry's number and hash (hexadecimal), undefined before the first. */
export async function findHead(
  ctx: TenantContext,
): Promise<{ sequence: number; hash: string; at: Date } | undefined> {
  return ctx.tx
    .selectFrom('auditEntries')
    .select(['sequence', 'at', sql<string>`encode(hash, 'hex')`.as('hash')])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The last view of individual ratings by the context's actor. */
export async function findLastView(
  ctx: TenantContext,
  action: string,
): Promise<{ at: Date; subjectId: string; details: string } | undefined> {
  return ctx.tx
    .selectFrom('auditEntries')
    .select(['at', 'subjectId', sql<string>`details::text`.as('details')])
    .where('actorKind', '=', ctx.actor.kind)
    .where('actorId', '=', ctx.actor.id)
    .where('action', '=', action)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** When a user's sign-in was taken from which records, newest first. */
export async function listSignInsTaken(
  ctx: TenantContext,
  userId: string,
): Promise<{ at: Date; subjectId: string }[]> {
  return ctx.tx
    .selectFrom('auditEntries')
    .select(['at', 'subjectId'])
    .where('action', '=', 'employee.link')
    .where(sql`details::jsonb ->> 'user'`, '=', userId)
    .where(sql`details::jsonb ->> 'linked'`, '=', 'false')
    .orderBy('sequence', 'desc')
    .execute();
}

/** Views of individual ratings about any of these subjects with a smaller number, newest first. */
export async function listViewsOf(
  ctx: TenantContext,
  subjectIds: readonly string[],
  page: { readonly action: string; readonly before: number; readonly limit: number },
): Promise<Pick<EntryRow, 'sequence' | 'at' | 'actorKind' | 'actorId' | 'details'>[]> {
  return ctx.tx
    .selectFrom('auditEntries')
    .select(['sequence', 'at', 'actorKind', 'actorId', sql<string>`details::text`.as('details')])
    .where('action', '=', page.action)
    .where('sequence', '<', page.before)
    .where(sql<boolean>`subject_id = any(${subjectIds}::text[])`)
    .orderBy('sequence', 'desc')
    .limit(page.limit)
    .execute();
}

/** Personal values that were not erased, of the entries with these numbers; salts are hexadecimal. */
export async function listPersonalValues(
  ctx: TenantContext,
  sequences: readonly number[],
): Promise<{ sequence: number; name: string; salt: string; value: string }[]> {
  return ctx.tx
    .selectFrom('auditPersonalValues')
    .select(['sequence', 'name', 'value', sql<string>`encode(salt, 'hex')`.as('salt')])
    .where(sql<boolean>`sequence = any(${sequences}::bigint[])`)
    .orderBy('sequence')
    .orderBy('name')
    .execute();
}
