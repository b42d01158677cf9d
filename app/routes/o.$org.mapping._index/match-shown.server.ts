import type { AppLoadContext } from '@remix-run/node';
import type { TenantArgs } from '~/http/tenant-route.server';
import { DEFAULT_LIMIT } from '~/modules/occupations/domain/titles/match-title';
import type { InboxTitle } from '~/modules/occupations/queries/mapping-inbox';

/** How long a page waits for titles that the worker has not matched yet; what is later is shown without candidates. */
const PATIENCE_MS = 1_500;

/**
 * Prepares, inside the transaction, the matching of the shown titles that have no stored candidates; the function that
 * it gives matches them once the transaction is over.
 */
export async function matchShown(
  ctx: TenantArgs['ctx'],
  { titles: matching, logger }: Pick<AppLoadContext, 'titles' | 'logger'>,
  shown: readonly InboxTitle[],
): Promise<() => Promise<readonly InboxTitle[]>> {
  const missing = shown.filter(({ candidates }) => candidates === null).map(({ title }) => title);
  if (missing.length === 0) return async () => shown;
  const open = await matching.open(ctx);
  return async () => {
    const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
    const matches = await Promise.race([open.match(missing, DEFAULT_LIMIT), late]).catch((error: unknown) => {
      logger.warn({ error }, 'titles of the inbox were not matched');
      return null;
    });
    const found = new Map(matches?.map(({ title, candidates }) => [title, candidates]));
    return shown.map((one) => ({ ...one, candidates: one.candidates ?? found.get(one.title) ?? null }));
  };
}
