import type { TenantContext } from '#db/tenancy';
import { listOccupationsOfProgramme, listProgrammesOf } from '../data/crosswalk-lookups';
import { socParent } from '../domain/crosswalk/soc-hierarchy';

export interface Programmes {
  /** SOC code whose programmes these are, and its title in the crosswalk; null where it has none. */
  readonly soc: string;
  readonly socTitle: string | null;
  /** In the order of the crosswalk. */
  readonly programmes: readonly { readonly code: string; readonly title: string }[];
  /** Release of the crosswalk; null where no programme was found. */
  readonly release: string | null;
  readonly sourceIds: readonly string[];
}

/**
 * Instructional programmes that lead to an occupation. The crosswalk knows SOC codes only: those of the SOC code are
 * given (11-3013 for 11-3013.01).
 */
export async function programmesOf(ctx: TenantContext, soc: string): Promise<Programmes> {
  const rows = await listProgrammesOf(ctx, socParent(soc));
  const [first] = rows;
  return {
    soc: socParent(soc),
    socTitle: first?.socTitle ?? null,
    programmes: rows.map(({ code, title }) => ({ code, title })),
    release: first?.release ?? null,
    sourceIds: first ? [first.sourceId] : [],
  };
}

/** SOC codes to which an instructional programme leads, in the order of the crosswalk. */
export async function occupationsOfProgramme(
  ctx: TenantContext,
  cip: string,
): Promise<readonly { readonly code: string; readonly title: string }[]> {
  return listOccupationsOfProgramme(ctx, cip);
}
