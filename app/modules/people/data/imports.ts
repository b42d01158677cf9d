import { sql } from 'kysely';
import type { Actor, TenantContext } from '#db/tenancy';
import type { FieldError } from '~/shared/errors';
import type { ImportLayout } from '../domain/imports/import-layout';
import type { ImportCounts, ImportHeader, ImportKind, ImportState } from '../domain/imports/import-report';

export interface ImportRow {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly fileName: string;
  readonly checksum: string;
  readonly uploadId: string | null;
  readonly operationId: string | null;
  readonly header: ImportHeader | null;
  readonly layout: ImportLayout | null;
  readonly counts: ImportCounts | null;
  readonly warnings: readonly FieldError[] | null;
  readonly planDigest: string | null;
  readonly replanned: boolean;
  readonly askedByKind: Actor['kind'];
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
}

type NewImport = Pick<ImportRow, 'importId' | 'kind' | 'fileName' | 'checksum' | 'uploadId' | 'operationId'>;
/** What changes of an import; keys left out stay as they are. */
export type ImportChange = Partial<
  Pick<
    ImportRow,
    | 'state'
    | 'uploadId'
    | 'operationId'
    | 'header'
    | 'layout'
    | 'counts'
    | 'warnings'
    | 'planDigest'
    | 'replanned'
    | 'appliedAt'
    | 'undoneAt'
  >
>;

const JSON_COLUMNS = ['header', 'layout', 'counts', 'warnings'] as const;
const json = (value: unknown) => (value === null ? null : sql<never>`${JSON.stringify(value)}::text::jsonb`);

/** Adds an import of the context's actor. */
export async function insertImport(ctx: TenantContext, row: NewImport): Promise<void> {
  await ctx.tx
    .insertInto('imports')
    .values({ ...row, askedByKind: ctx.actor.kind, askedBy: ctx.actor.id, askedAt: ctx.now })
    .execute();
}

/** One import. */
export async function findImport(ctx: TenantContext, importId: string): Promise<ImportRow | undefined> {
  const row = await ctx.tx
    .selectFrom('imports')
    .selectAll()
    .where('importId', '=', importId)
    .executeTakeFirst();
  return row as ImportRow | undefined;
}

/** One import, held until the transaction ends. */
export async function lockImport(ctx: TenantContext, importId: string): Promise<ImportRow | undefined> {
  const row = await ctx.tx
    .selectFrom('imports')
    .selectAll()
    .where('importId', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  return row as ImportRow | undefined;
}

export interface ImportsQuestion {
  readonly kinds: readonly ImportKind[];
  /** Imports older than this one alone; null: from the newest on. */
  readonly after: string | null;
  readonly limit: number;
}

/** Imports of these kinds, newest first. */
export async function listImportRowsNewest(
  ctx: TenantContext,
  { kinds, after, limit }: ImportsQuestion,
): Promise<ImportRow[]> {
  let query = ctx.tx
    .selectFrom('imports')
    .selectAll()
    .where(sql<boolean>`kind = any(${[...kinds]}::text[])`);
  if (after !== null)
    query = query.where(
      sql<boolean>`(asked_at, import_id) < (
        select asked_at, import_id from imports
         where organization_id = ${ctx.organizationId}::uuid and import_id = ${after}::uuid)`,
    );
  const rows = await query.orderBy('askedAt', 'desc').orderBy('importId', 'desc').limit(limit).execute();
  return rows as ImportRow[];
}

/** The import of people that was applied last of those through which anybody was changed, leavers too. */
export async function findLastApplied(ctx: TenantContext): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('imports')
    .select('importId')
    .where('kind', '=', 'employees')
    .where('state', '=', 'applied')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('importChanges')
          .select('employeeId')
          .whereRef('importChanges.importId', '=', 'imports.importId'),
      ),
    )
    .orderBy('appliedAt', 'desc')
    .orderBy('importId', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.importId;
}

/** Changes an import. */
export async function updateImport(
  ctx: TenantContext,
  importId: string,
  change: ImportChange,
): Promise<void> {
  const stored = Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      (JSON_COLUMNS as readonly string[]).includes(key) ? json(value) : value,
    ]),
  );
  await ctx.tx.updateTable('imports').set(stored).where('importId', '=', importId).execute();
}

/** Takes cells of files out of all imports: they may be anybody's. */
export async function updateWithoutHeaders(ctx: TenantContext): Promise<void> {
  await ctx.tx.updateTable('imports').set({ header: null }).where('header', 'is not', null).execute();
}

/** Parts all imports from their files. @returns the uploads that they had. */
export async function updateWithoutFiles(ctx: TenantContext): Promise<string[]> {
  const { rows } = await sql<{ uploadId: string }>`
    with had as (select import_id, upload_id from public.imports
                  where organization_id = ${ctx.organizationId}::uuid and upload_id is not null
                    for update)
    update public.imports i set upload_id = null
      from had
     where i.organization_id = ${ctx.organizationId}::uuid and i.import_id = had.import_id
    returning had.upload_id as "uploadId"`.execute(ctx.tx);
  return rows.map(({ uploadId }) => uploadId);
}
