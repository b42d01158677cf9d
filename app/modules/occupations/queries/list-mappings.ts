import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { listSubtreeTeamIds } from '~/modules/people/queries/list-subtree-team-ids';
import type { InboxFilter } from '../domain/mapping/mapping-state';
import { judgedTitles } from './judged-titles';
import { type InboxTitle, inboxTitles, isListed } from './mapping-inbox';

export interface MappingsQuestion {
  readonly state?: InboxFilter | undefined;
  readonly limit: number;
  /** The last key of the page before. */
  readonly cursor?: string | undefined;
}

/** The titles of people in order of key, of the viewer's teams only where it is bound to some. */
export async function listMappings(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'teamScope'>,
  { state = 'all', limit, cursor = '' }: MappingsQuestion,
): Promise<{ readonly items: readonly InboxTitle[]; readonly next: string | null }> {
  const day = await organizationDay(ctx);
  const { teamScope } = viewer;
  const teamIds = teamScope.length > 0 ? await listSubtreeTeamIds(ctx, teamScope, day) : null;
  const all = await judgedTitles(ctx, { day, teamIds });
  const rest = all.clusters
    .filter((cluster) => cluster.key > cursor && isListed(cluster, state))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const shown = rest.slice(0, limit);
  return {
    items: await inboxTitles(ctx, shown, all),
    next: rest.length > limit ? (shown.at(-1)?.key ?? null) : null,
  };
}
