import type { TenantContext } from '#db/tenancy';
import { changeAiUseTree } from '~/modules/organizations/commands/change-ai-use-tree';
import { Conflict, InvalidInput } from '~/shared/errors';
import { lockRefresh } from '../data/dirty-lists';
import { findLatestRelease } from '../data/releases';
import type { AiUseTree } from '../domain/suppression/tree-dimensions';

/**
 * Chooses the tree that AI use is released in (decision 27). The first release with AI use keeps it for good.
 * @returns whether it became another.
 * @throws InvalidInput for no tree; Conflict once a release holds one.
 */
export async function chooseAiUseTree(ctx: TenantContext, tree: string): Promise<boolean> {
  const chosen = readTree(tree);
  // A release that is being made reads the choice under the same lock.
  await lockRefresh(ctx);
  if ((await findLatestRelease(ctx))?.aiUseTree)
    throw new Conflict('A release holds the tree of AI use already; another would expose the difference.');
  return changeAiUseTree(ctx, chosen);
}

function readTree(text: string): AiUseTree {
  if (text === 'occupation' || text === 'team') return text;
  const detail = 'Choose occupations or teams.';
  throw new InvalidInput(detail, [{ pointer: 'tree', detail }]);
}
