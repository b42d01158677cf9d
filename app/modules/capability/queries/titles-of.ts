import type { TenantContext } from '#db/tenancy';
import { occupationTitles } from '~/modules/occupations/queries/occupation-titles';

/** Titles of the occupations among these codes, by code; nothing is read when there is none. */
export async function titlesOf(
  ctx: TenantContext,
  codes: readonly (string | null)[],
): Promise<Readonly<Record<string, string>>> {
  const socs = [...new Set(codes.flatMap((code) => code ?? []))];
  return socs.length === 0 ? {} : occupationTitles(ctx, socs);
}
