import type { TenantArgs } from '~/http/tenant-route.server';
import { TILES, type TileKey } from '~/modules/capability/domain/overview/tile';
import { shownTile } from '~/modules/capability/domain/overview/tile-words';
import { type Overview, releasedWords } from '~/modules/capability/queries/get-overview';
import { listDecisions } from '~/modules/capability/queries/list-decisions';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { addDays } from '~/shared/calendar-day';
import type { ListedDecision } from './decisions-card';
import { listDeciders } from './list-deciders.server';
import { figureOwner } from './obey-decision-form.server';

/** The register as the page shows it, and who can be asked to decide. */
export async function loadDecisions(
  { ctx, viewer, reach, context }: Pick<TenantArgs, 'ctx' | 'viewer' | 'reach' | 'context'>,
  { view, today }: { readonly view: Overview; readonly today: string },
) {
  const { database } = context;
  const rows = await listDecisions(ctx, viewer, figureOwner(reach));
  const ids = rows.flatMap(({ ownerId, decidedBy }) => [ownerId, ...(decidedBy ? [decidedBy] : [])]);
  const actors = await listActors(database, viewer.organization.id, ids);
  const nameOf = (id: string) => nameActor({ kind: 'user', id }, actors);
  const now = (key: TileKey) => (view.kind === 'live' ? shownNow(view, key) : releasedWords(view, key));
  return {
    decisions: rows.map(({ figureThen, figureWords, decidedBy, decidedAt: _, ...row }): ListedDecision => {
      const { figure } = row;
      const then = figure && figureThen !== null ? shownTile(figure, figureThen) : figureWords;
      return {
        ...row,
        owner: nameOf(row.ownerId),
        decider: decidedBy ? nameOf(decidedBy) : null,
        figureThen: then,
        figureNow: figure && then !== null ? now(figure) : null,
        isLate: row.choice === null && row.dueOn < today,
      };
    }),
    deciders: await listDeciders(database, viewer.organization.id),
    self: viewer.id,
    dueOn: addDays(today, 30),
    /** Those that the reader sees, and so can write down with a decision. */
    figures: TILES.filter((key) => view.kind === 'live' || releasedWords(view, key) !== null),
  };
}

function shownNow({ tiles }: Overview & { readonly kind: 'live' }, key: TileKey): string | null {
  const value = tiles.find((tile) => tile.key === key)?.value ?? null;
  return value === null ? null : shownTile(key, value);
}
