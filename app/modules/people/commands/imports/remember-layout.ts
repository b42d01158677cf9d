import type { TenantContext } from '#db/tenancy';
import { findLayout, lockLayout, upsertLayout } from '../../data/import-layouts';
import { namesFingerprint } from '../../domain/imports/header-fingerprint';
import { type ImportLayout, importLayoutSchema, isOwnHeader } from '../../domain/imports/import-layout';
import { headerBefore } from '../../domain/imports/mended-table';
import { type ChosenWord, withWords } from '../../domain/imports/word-fields';

/** How files with these names of columns were read last; null: nobody said, or it cannot be of this one. */
export async function rememberedLayout(
  ctx: TenantContext,
  header: readonly string[],
): Promise<ImportLayout | null> {
  const stored = importLayoutSchema.safeParse(await findLayout(ctx, namesFingerprint(header)));
  const fits = stored.success && Object.values(stored.data.columns).every((place) => place < header.length);
  return fits ? stored.data : null;
}

/**
 * Whether the last two columns of a header are those that Cadre adds to rejected rows, and not a file's own: the header
 * before them is Cadre's, or that of files which were read, and nobody said how files with all of it are read.
 */
export async function isMendedHeader(ctx: TenantContext, header: readonly string[]): Promise<boolean> {
  const before = headerBefore(header);
  if (before === null) return false;
  if (isOwnHeader(before)) return true;
  return (await rememberedLayout(ctx, header)) === null && (await rememberedLayout(ctx, before)) !== null;
}

interface Said {
  readonly header: readonly string[];
  readonly layout: ImportLayout;
  /** What was said just now; of what else the layout has, that which was said last of any file stays. */
  readonly words?: readonly ChosenWord[] | undefined;
}

/** Remembers how files with these names of columns are read. */
export async function rememberLayout(
  ctx: TenantContext,
  { header, layout, words = [] }: Said,
): Promise<void> {
  const fingerprint = namesFingerprint(header);
  const first = { ...layout, everybody: false };
  const known = importLayoutSchema.safeParse(await lockLayout(ctx, fingerprint, first));
  const said = known.success ? known.data.words : layout.words;
  await upsertLayout(ctx, fingerprint, { ...first, words: withWords(said ?? {}, words) });
}
