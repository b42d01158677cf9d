import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Json } from '#db/types.generated';
import type { Instrument } from '../domain/dimension';
import type { FrameworkKey } from './framework-rows';

/** A draft without what it holds. */
export interface DraftRow extends FrameworkKey {
  readonly draftId: string;
  /** Title of the occupation. */
  readonly title: string;
  readonly statements: number;
  readonly revision: number;
  /** Ids of actors. */
  readonly begunBy: string;
  readonly begunAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
  /** The framework that the draft became; null while it is a draft. */
  readonly publishedAs: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

/** What a draft holds, as stored: DraftContent. */
export interface DraftRecord extends DraftRow {
  readonly content: unknown;
}

const COLUMNS = [
  'draftId',
  'soc',
  'title',
  'instrument',
  'version',
  'statements',
  'revision',
  'begunBy',
  'begunAt',
  'changedBy',
  'changedAt',
  'publishedAs',
  'publishedBy',
  'publishedAt',
] as const;

const json = (value: object) => sql<Json>`cast(${JSON.stringify(value)}::text as jsonb)`;

/** All drafts of the organization, published ones too; the last changed first. */
export async function listDraftRows(ctx: TenantContext): Promise<DraftRow[]> {
  const rows = await ctx.tx
    .selectFrom('ownFrameworkDrafts')
    .select(COLUMNS)
    .orderBy('changedAt', 'desc')
    .orderBy('draftId')
    .execute();
  return rows as (DraftRow & { instrument: Instrument })[];
}

/** The draft with this id. */
export async function findDraftRow(ctx: TenantContext, draftId: string): Promise<DraftRecord | undefined> {
  const row = await ctx.tx
    .selectFrom('ownFrameworkDrafts')
    .select([...COLUMNS, 'content'])
    .where('draftId', '=', draftId)
    .executeTakeFirst();
  return row as DraftRecord | undefined;
}

/** The id of the open draft of this occupation, instrument and version. */
export async function findOpenDraft(
  ctx: TenantContext,
  { soc, instrument, version }: FrameworkKey,
): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('ownFrameworkDrafts')
    .select('draftId')
    .where('soc', '=', soc)
    .where('instrument', '=', instrument)
    .where('version', '=', version)
    .where('publishedAs', 'is', null)
    .executeTakeFirst();
  return row?.draftId;
}

export interface NewDraftRow extends FrameworkKey {
  readonly draftId: string;
  readonly title: string;
  readonly statements: number;
  readonly content: object;
}

/** Adds a draft of the context's actor. */
export async function insertDraftRow(ctx: TenantContext, { content, ...row }: NewDraftRow): Promise<void> {
  const { actor, now } = ctx;
  await ctx.tx
    .insertInto('ownFrameworkDrafts')
    .values({
      ...row,
      content: json(content),
      revision: 1,
      begunBy: actor.id,
      begunAt: now,
      changedBy: actor.id,
      changedAt: now,
    })
    .execute();
}

export interface DraftUpdate {
  readonly draftId: string;
  /** The revision that the change was made on. */
  readonly revision: number;
  readonly version: string;
  readonly statements: number;
  readonly content: object;
}

/** Writes the next revision of a draft. Resolves to false, without a change, where another one came first. */
export async function updateDraftRow(
  ctx: TenantContext,
  { draftId, revision, version, statements, content }: DraftUpdate,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('ownFrameworkDrafts')
    .set({
      version,
      statements,
      content: json(content),
      revision: revision + 1,
      changedBy: ctx.actor.id,
      changedAt: ctx.now,
    })
    .where('draftId', '=', draftId)
    .where('revision', '=', revision)
    .where('publishedAs', 'is', null)
    .returning('draftId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Says which framework a draft became. Resolves to false where it was changed or published before. */
export async function updateDraftPublished(
  ctx: TenantContext,
  {
    draftId,
    revision,
    frameworkId,
  }: Pick<DraftUpdate, 'draftId' | 'revision'> & { readonly frameworkId: string },
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('ownFrameworkDrafts')
    .set({ publishedAs: frameworkId, publishedBy: ctx.actor.id, publishedAt: ctx.now })
    .where('draftId', '=', draftId)
    .where('revision', '=', revision)
    .where('publishedAs', 'is', null)
    .returning('draftId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a draft away. Resolves to false where it was changed or published before. */
export async function deleteDraftRow(
  ctx: TenantContext,
  { draftId, revision }: Pick<DraftUpdate, 'draftId' | 'revision'>,
): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('ownFrameworkDrafts')
    .where('draftId', '=', draftId)
    .where('revision', '=', revision)
    .where('publishedAs', 'is', null)
    .returning('draftId')
    .executeTakeFirst();
  return row !== undefined;
}
