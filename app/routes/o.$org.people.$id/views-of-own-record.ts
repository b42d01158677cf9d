import type { TenantArgs } from '~/http/tenant-route.server';
import { byRight } from '~/modules/organizations/domain/audit/entry-in-words';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { listActors } from '~/modules/organizations/queries/list-actors';
import type { ViewOfRecord } from '~/modules/organizations/ui/views-of-record';
import { listViewsOfPerson, type ViewOfPerson } from '~/modules/people/queries/list-views-of-person';

const SHOWN = 20;

export interface ViewsOfOwnRecord {
  readonly views: readonly ViewOfRecord[];
  /** Address of earlier ones, null at the end. */
  readonly earlierTo: string | null;
}

/** Who else saw the viewer's own ratings; `views` in the address is the number before which to go on. */
export async function viewsOfOwnRecord(
  { ctx, viewer, context, url }: TenantArgs,
  employeeId: string,
): Promise<ViewsOfOwnRecord> {
  const asked = url.searchParams.get('views') ?? '';
  const before = /^[1-9][0-9]{0,14}$/.test(asked) ? Number(asked) : null;
  const { views, next } = await listViewsOfPerson(ctx, {
    employeeId,
    userId: viewer.id,
    limit: SHOWN,
    before,
  });
  const ids = views.map(({ actor }) => actor.id);
  const names = await listActors(context.database, viewer.organization.id, ids);
  return {
    views: views.map((view) => ({
      sequence: view.sequence,
      at: view.at.toISOString(),
      who: nameActor(view.actor, names),
      right: byRight(view.role, view.reach),
      where: whereSeen(view),
    })),
    earlierTo: next === null ? null : `?views=${next}#views`,
  };
}

function whereSeen({ scope, teamName }: ViewOfPerson): string {
  if (scope.kind === 'person') return 'Your profile';
  if (scope.kind === 'everybody') return 'A copy of everything about everybody';
  return teamName === null ? 'A list of people' : `A list of people of ${teamName}`;
}
