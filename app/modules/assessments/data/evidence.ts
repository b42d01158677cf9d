import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { batches } from '~/shared/batches';
import type { EvidenceSource } from '../domain/plan-assessments';

export interface EvidenceRow extends EvidenceSource {
  readonly assessmentId: string;
  readonly dimension: Dimension;
  readonly body: string;
  /** Said with a `?`: it supports no level. */
  readonly unsure: boolean;
  /** Employee id; null: an import. */
  readonly addedBy: string | null;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date | null;
}

/** The evidence of these assessments, in the order in which it was added. */
export async function listEvidence(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<EvidenceRow[]> {
  const rows = await ctx.tx
    .selectFrom('evidence')
    .select(['assessmentId', 'dimension', 'body', 'unsure', 'addedBy', 'acceptedBy', 'acceptedAt'])
    .select(['kind', 'url', 'fileId', 'observationId', 'recordedBy'])
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .orderBy('evidenceId')
    .execute();
  return rows as EvidenceRow[];
}

/** The ratings of these people whose level has accepted evidence, some of them more than once. */
export async function listAcceptedEvidence(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<{ assessmentId: string; dimension: string }[]> {
  const theirs = sql`array(select assessment_id from assessments
    where organization_id = ${ctx.organizationId}::uuid and employee_id = any(${employeeIds}::uuid[]))`;
  return ctx.tx
    .selectFrom('evidence')
    .select(['assessmentId', 'dimension'])
    .where(sql<boolean>`assessment_id = any(${theirs})`)
    .where('acceptedBy', 'is not', null)
    .where('unsure', '=', false)
    .execute();
}

/** Adds evidence to ratings that are stored. */
export async function insertEvidence(
  ctx: TenantContext,
  rows: readonly (EvidenceRow & { readonly evidenceId: string })[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('evidence')
      .values(batch.map((row) => ({ ...row, recordedAt: ctx.now })))
      .execute();
  }
}
