import { createHash } from 'node:crypto';
import type { TenantArgs } from '~/http/tenant-route.server';
import { type DecisionsAbove, decisionsAbove } from '~/modules/occupations/queries/decisions-above';
import type { TitlesQuestion } from '~/modules/occupations/queries/judged-titles';

/** A digest of what would be decided above a score: titles, occupations and shares, and of how many people in all. */
export function aboveMark({ decisions, people }: Pick<DecisionsAbove, 'decisions' | 'people'>): string {
  const ordered = [...decisions].sort((a, b) => (a.key < b.key ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([ordered, people]))
    .digest('base64url');
}

/** What would be decided above the score that the address asks for, with its mark; null where it asks for none. */
export async function aboveShown(
  ctx: TenantArgs['ctx'],
  question: TitlesQuestion,
  threshold: number | null,
): Promise<(DecisionsAbove & { readonly mark: string }) | null> {
  if (threshold === null) return null;
  const above = await decisionsAbove(ctx, question, threshold);
  return { ...above, mark: aboveMark(above) };
}
