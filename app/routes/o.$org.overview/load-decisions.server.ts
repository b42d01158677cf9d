import type { TenantArgs } from '~/http/tenant-route.server';
import type { Overview } from '~/modules/capability/queries/get-overview';
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
  const now = (key: string | null) =>
    view.kind === 'live' ? (view.tiles.find((tile) => tile.key === key)?.value ?? null) : null;
  return {
    decisions: rows.map(
      ({ ownerId, decidedBy, decidedAt: _, ...row }): ListedDecision => ({
        ...row,
        owner: nameOf(ownerId),
        decider: decidedBy ? nameOf(decidedBy) : null,
        figureNow: row.figureThen === null ? null : now(row.figure),
        isLate: row.choice === null && row.dueOn < today,
      }),
    ),
    deciders: await listDeciders(database, viewer.organization.id),
    self: viewer.id,
    dueOn: addDays(today, 30),
    withFigures: view.kind === 'live',
  };
}
