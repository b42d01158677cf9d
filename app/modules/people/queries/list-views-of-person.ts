import type { TenantContext } from '#db/tenancy';
import { showsPerson } from '~/modules/organizations/domain/audit/access-scope';
import { listViews, type RatingsView } from '~/modules/organizations/queries/list-views';
import { listEmployments } from '../data/employments';
import { listTeamPlaces } from '../data/teams';
import { everyTeamOfPerson, teamsOfPerson } from '../domain/teams-of-person';

/** A view that showed the person, with the name of the team whose list it was in. */
export interface ViewOfPerson extends RatingsView {
  /** Null: not in a list, or in the list of everybody. */
  readonly teamName: string | null;
}

export interface ViewsOfPerson {
  readonly views: readonly ViewOfPerson[];
  /** Number before which earlier ones stand, null at the end. */
  readonly next: number | null;
}

interface Question {
  readonly employeeId: string;
  /** The user who signs in as the person: own views are left out. */
  readonly userId: string | null;
  readonly limit: number;
  /** null: from the newest. */
  readonly before: number | null;
}

const READ_AT_ONCE = 200;

/**
 * Who saw a person's individual ratings, newest first. An entry for a team is expanded here: it showed the person who
 * was active in the team, or beneath it, on its day, as the periods of people and teams are known now.
 */
export async function listViewsOfPerson(
  ctx: TenantContext,
  { employeeId, userId, limit, before }: Question,
): Promise<ViewsOfPerson> {
  const periods = await listEmployments(ctx, [employeeId]);
  const places = await listTeamPlaces(ctx);
  const teamsOn = teamsOfPerson(periods, places);
  const names = new Map(places.map((team) => [team.teamId, team.name]));
  const subjects = [employeeId, ctx.organizationId, ...everyTeamOfPerson(periods, places)];
  const views: ViewOfPerson[] = [];
  let from = before ?? Number.MAX_SAFE_INTEGER;
  for (let more = true; more && views.length <= limit; ) {
    const page = await listViews(ctx, subjects, { before: from, limit: READ_AT_ONCE });
    for (const view of page) {
      const isOwn = view.actor.kind === 'user' && view.actor.id === userId;
      if (isOwn || !showsPerson(view.scope, employeeId, teamsOn)) continue;
      const team = 'team' in view.scope ? view.scope.team : null;
      views.push({ ...view, teamName: team === null ? null : (names.get(team) ?? null) });
    }
    from = page.at(-1)?.sequence ?? 0;
    more = page.length === READ_AT_ONCE;
  }
  const shown = views.slice(0, limit);
  return { views: shown, next: views.length > limit ? (shown.at(-1)?.sequence ?? null) : null };
}
