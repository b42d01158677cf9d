import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { EvidenceKind } from '../domain/evidence/evidence-kind';

/** One piece of evidence with what is needed to show, accept and remove it. */
export interface EvidenceItemRow {
  readonly evidenceId: string;
  readonly assessmentId: string;
  readonly dimension: Dimension;
  readonly kind: EvidenceKind;
  readonly body: string;
  /** Of a link. */
  readonly url: string | null;
  /** Of a file. */
  readonly fileId: string | null;
  /** Of an observation. */
  readonly observationId: string | null;
  readonly unsure: boolean;
  /** Employee id of who added it; null: an import, or somebody without a record. */
  readonly addedBy: string | null;
  /** Id of the user who added it; null: it came with the rating. */
  readonly recordedBy: string | null;
  readonly acceptedBy: string | null;
}

const COLUMNS = [
  'evidenceId',
  'assessmentId',
  'dimension',
  'kind',
  'body',
  'url',
  'fileId',
  'observationId',
  'unsure',
  'addedBy',
  'recordedBy',
  'acceptedBy',
] as const;

/** The evidence of these assessments, in the order in which it was added. */
export async function listEvidenceItems(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<EvidenceItemRow[]> {
  const rows = await ctx.tx
    .selectFrom('evidence')
    .select(COLUMNS)
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .orderBy('recordedAt')
    .orderBy('evidenceId')
    .execute();
  return rows as EvidenceItemRow[];
}

interface HeldRating {
  readonly assessmentId: string;
  readonly states: readonly ('draft' | 'submitted')[];
  /** Nobody copies from it meanwhile either; else others may hold it too. */
  readonly alone: boolean;
}

/** Whether a rating is there that evidence may support; it stays as it is until the transaction ends. */
export async function lockRating(
  ctx: TenantContext,
  { assessmentId, states, alone }: HeldRating,
): Promise<boolean> {
  const query = ctx.tx
    .selectFrom('assessments')
    .select('assessmentId')
    .where('assessmentId', '=', assessmentId)
    .where('state', 'in', states);
  const row = await (alone ? query.forNoKeyUpdate() : query.forShare()).executeTakeFirst();
  return row !== undefined;
}

/** Adds one piece of evidence to a rating; false where the same observation supports it already. */
export async function insertEvidenceItem(ctx: TenantContext, row: EvidenceItemRow): Promise<boolean> {
  const added = await ctx.tx
    .insertInto('evidence')
    .values({ ...row, acceptedAt: row.acceptedBy === null ? null : ctx.now, recordedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('evidenceId')
    .executeTakeFirst();
  return added !== undefined;
}

/** Says who accepts it. */
export async function updateToAccepted(
  ctx: TenantContext,
  evidenceId: string,
  acceptedBy: string,
): Promise<void> {
  await ctx.tx
    .updateTable('evidence')
    .set({ acceptedBy, acceptedAt: ctx.now })
    .where('evidenceId', '=', evidenceId)
    .execute();
}

/** Nobody accepts it any more, nor its copies: no version that comes back has it accepted. */
export async function updateToNotAccepted(ctx: TenantContext, evidenceId: string): Promise<void> {
  await sql`
    update evidence e set accepted_by = null, accepted_at = null
      from ${withCopies(ctx, evidenceId)} and e.accepted_by is not null`.execute(ctx.tx);
}

/** Takes one piece of evidence away, with its copies. */
export async function deleteEvidenceItem(ctx: TenantContext, evidenceId: string): Promise<void> {
  await sql`delete from evidence e using ${withCopies(ctx, evidenceId)}`.execute(ctx.tx);
}

/**
 * Joins evidence `e` with one piece and its copies: the same said by the same in versions of the rating that were
 * replaced or withdrawn, and in a draft of it.
 */
function withCopies(ctx: TenantContext, evidenceId: string) {
  const organization = sql`${ctx.organizationId}::uuid`;
  return sql`evidence one
      join assessments g on g.organization_id = one.organization_id and g.assessment_id = one.assessment_id
      join assessments v on v.organization_id = g.organization_id and v.employee_id = g.employee_id
       and v.rater_kind = g.rater_kind and v.rater_id is not distinct from g.rater_id
       and v.cycle_id is not distinct from g.cycle_id and v.soc = g.soc
     where one.organization_id = ${organization} and one.evidence_id = ${evidenceId}::uuid
       and e.organization_id = ${organization} and e.assessment_id = v.assessment_id
       and e.dimension = one.dimension and e.kind = one.kind and e.body = one.body
       and e.url is not distinct from one.url and e.file_id is not distinct from one.file_id
       and e.observation_id is not distinct from one.observation_id
       and e.added_by is not distinct from one.added_by and e.recorded_by is not distinct from one.recorded_by
       and (g.cycle_id is not null or v.assessed_on = g.assessed_on or v.state = 'draft'
            or e.recorded_at = one.recorded_at)`;
}

interface Versions {
  /** The version whose place is taken. */
  readonly from: string;
  readonly to: string;
  readonly raterId: string;
}

/**
 * Brings to a new version of an assessment what its draft does not hold of the ratings that both have: what others added,
 * links, files and observations; and that the rater's words, where they are the same, were accepted. Rows keep all columns,
 * but that nothing stays accepted which was not so for the same level.
 */
export async function insertCarriedEvidence(
  ctx: TenantContext,
  { from, to, raterId }: Versions,
): Promise<void> {
  const organization = sql`${ctx.organizationId}::uuid`;
  await sql`
    insert into evidence
    select (jsonb_populate_record(e,
             jsonb_build_object('assessment_id', ${to}::text, 'evidence_id', gen_random_uuid()::text))).*
      from evidence e
      join ratings r on r.organization_id = e.organization_id and r.assessment_id = ${to}::uuid
       and r.dimension = e.dimension
     where e.organization_id = ${organization} and e.assessment_id = ${from}::uuid
       and (e.kind <> 'text' or e.added_by is distinct from ${raterId}::uuid or e.recorded_by is not null)
        on conflict do nothing`.execute(ctx.tx);
  await sql`
    update evidence n set accepted_by = o.accepted_by, accepted_at = o.accepted_at
      from evidence o
     where n.organization_id = ${organization} and n.assessment_id = ${to}::uuid and n.kind = 'text'
       and n.accepted_by is null
       and o.organization_id = ${organization} and o.assessment_id = ${from}::uuid and o.kind = 'text'
       and o.dimension = n.dimension and o.body = n.body and o.added_by is not distinct from n.added_by
       and o.accepted_by is not null`.execute(ctx.tx);
  await sql`
    update evidence n set accepted_by = null, accepted_at = null
     where n.organization_id = ${organization} and n.assessment_id = ${to}::uuid and n.accepted_by is not null
       and not exists (
         select from evidence o
           join ratings b on b.organization_id = o.organization_id and b.assessment_id = o.assessment_id
            and b.dimension = o.dimension
           join ratings r on r.organization_id = n.organization_id and r.assessment_id = n.assessment_id
            and r.dimension = n.dimension and r.level is not distinct from b.level
          where o.organization_id = ${organization} and o.assessment_id = ${from}::uuid
            and o.dimension = n.dimension and o.kind = n.kind and o.body = n.body
            and o.added_by is not distinct from n.added_by and o.accepted_by is not null)`.execute(ctx.tx);
}
