import type { TenantContext } from '#db/tenancy';
import {
  countTargetHolders as countHolders,
  countPeopleTouched as countTouched,
  type HolderCount,
  type HolderQuestion,
} from '../data/target-holders';

/** How many people each occupation and band sets a target of on a day; nobody is named. */
export async function countTargetHolders(
  ctx: TenantContext,
  question: HolderQuestion,
): Promise<HolderCount[]> {
  return countHolders(ctx, question);
}

/** How many people the targets of these occupations and bands are about on a day, each once. */
export async function countPeopleTouched(
  ctx: TenantContext,
  pairs: readonly { readonly soc: string; readonly roleBand: number }[],
  question: HolderQuestion,
): Promise<number> {
  return pairs.length === 0 ? 0 : countTouched(ctx, pairs, question);
}
