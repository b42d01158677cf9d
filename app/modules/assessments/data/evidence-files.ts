import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** A file as lists show it. */
export interface EvidenceFileRow {
  readonly fileId: string;
  readonly employeeId: string;
  readonly name: string;
  /** Of FILE_TYPES. */
  readonly type: string;
  readonly sizeBytes: number;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
  readonly scan: 'clean' | 'not_scanned';
}

/** Keeps a file. */
export async function insertEvidenceFile(
  ctx: TenantContext,
  file: EvidenceFileRow & { readonly bytes: Uint8Array },
): Promise<void> {
  await ctx.tx
    .insertInto('evidenceFiles')
    .values({ ...file, bytes: Buffer.from(file.bytes), addedAt: ctx.now })
    .execute();
}

/** These files, without their bytes. */
export async function listEvidenceFiles(
  ctx: TenantContext,
  fileIds: readonly string[],
): Promise<EvidenceFileRow[]> {
  const rows = await ctx.tx
    .selectFrom('evidenceFiles')
    .select(['fileId', 'employeeId', 'name', 'type', 'sizeBytes', 'checksum', 'scan'])
    .where(sql<boolean>`file_id = any(${fileIds}::uuid[])`)
    .execute();
  return rows as EvidenceFileRow[];
}

/** The bytes of a file that nobody refused. */
export async function findEvidenceBytes(ctx: TenantContext, fileId: string): Promise<Uint8Array | undefined> {
  const row = await ctx.tx
    .selectFrom('evidenceFiles')
    .select('bytes')
    .where('fileId', '=', fileId)
    .where('scan', 'in', ['clean', 'not_scanned'])
    .executeTakeFirst();
  return row?.bytes;
}

/** Files of a person, to see how many there are: their bytes together. */
export async function sumFileBytes(ctx: TenantContext, employeeId: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('evidenceFiles')
    .select((eb) => eb.fn.sum<string | null>('sizeBytes').as('bytes'))
    .where('employeeId', '=', employeeId)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}

/** Deletes files that no evidence names any more; how many. */
export async function deleteUnusedFiles(ctx: TenantContext): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from evidence_files f
     where f.organization_id = ${ctx.organizationId}::uuid
       and not exists (select 1 from evidence e
                        where e.organization_id = f.organization_id and e.file_id = f.file_id)`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows ?? 0n);
}
