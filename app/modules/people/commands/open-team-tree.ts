import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { lockPeopleImport } from '../data/import-lock';
import { listTeamPlaces } from '../data/teams';
import { changeDayFault } from '../domain/change-day';
import { teamRevision } from '../domain/team-revision';
import type { TeamPlace } from '../domain/team-tree';

export interface OpenTree {
  readonly places: readonly TeamPlace[];
  readonly today: string;
}

/**
 * The tree for a change, alone with it: imports make teams too. Throws Conflict when what the change rests on is not
 * what was seen (left out: whoever asks saw nothing, as a program).
 *
 * @param concerned as teamRevision has it.
 */
export async function openTeamTree(
  ctx: TenantContext,
  seen?: string,
  concerned: readonly (string | null)[] = [],
): Promise<OpenTree> {
  await lockPeopleImport(ctx);
  const places = await listTeamPlaces(ctx);
  if (seen !== undefined && seen !== teamRevision(places, concerned))
    throw new Conflict(
      'Somebody changed these teams while this page was open. Look at them as they are now, then try again.',
    );
  return { places, today: await organizationDay(ctx) };
}

/** The name that a team has. Throws NotFound. */
export function teamName(places: readonly TeamPlace[], teamId: string): string {
  const name = places.find((place) => place.teamId === teamId)?.name;
  if (name === undefined) throw new NotFound('There is no such team in this organization.');
  return name;
}

/** Throws InvalidInput for a day on which nothing can change. */
export function requireChangeDay(from: string, today: string, pointer = '/from'): void {
  const detail = changeDayFault(from, today);
  if (detail) throw new InvalidInput(detail, [{ pointer, detail }]);
}
