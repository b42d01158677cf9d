import type { TenantContext } from '#db/tenancy';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { findLatestRelease } from '../data/releases';
import type { AiUseTree } from '../domain/suppression/tree-dimensions';

export interface AiUseTreeChoice {
  readonly tree: AiUseTree;
  /** Day of the last release, which holds the tree for good; null: it can still be chosen. */
  readonly heldSince: string | null;
}

/** The tree that AI use is released in, and whether it can be chosen. */
export async function getAiUseTree(ctx: TenantContext): Promise<AiUseTreeChoice> {
  const latest = await findLatestRelease(ctx);
  if (latest?.aiUseTree) return { tree: latest.aiUseTree, heldSince: latest.asOf };
  return { tree: (await getSettings(ctx)).aiUseTree, heldSince: null };
}
