import { createHash } from 'node:crypto';
import type { TeamPlace } from './team-tree';

/**
 * A short text that is another one as soon as a place or name of any day changes that a change of these teams rests
 * on: their own, of all that ever stood above them, and of all that ever stood beneath the first. Teams elsewhere in
 * the tree do not count, so that two people who change different teams are not in each other's way.
 *
 * @param concerned the team that is changed, then others that the change names (its new parent); null: the top.
 */
export function teamRevision(places: readonly TeamPlace[], concerned: readonly (string | null)[]): string {
  const ids = concerned.filter((id) => id !== null);
  const above = reached(ids, places, ({ teamId, parentId }) => [teamId, parentId]);
  const beneath = reached(ids.slice(0, 1), places, ({ teamId, parentId }) => [parentId, teamId]);
  const rows = places
    .filter(({ teamId }) => above.has(teamId) || beneath.has(teamId))
    .map(({ teamId, name, parentId, validFrom, validTo }) =>
      JSON.stringify([teamId, name, parentId, validFrom, validTo]),
    );
  return createHash('sha256').update(rows.sort().join('\n')).digest('hex').slice(0, 16);
}

/** All teams that can be come to by steps of the places, each from one team to another. */
function reached(
  from: readonly string[],
  places: readonly TeamPlace[],
  step: (place: TeamPlace) => [string | null, string | null],
): Set<string> {
  const next = new Map<string, string[]>();
  for (const place of places) {
    const [start, end] = step(place);
    if (start !== null && end !== null) next.set(start, [...(next.get(start) ?? []), end]);
  }
  const found = new Set(from);
  for (const id of found) for (const beyond of next.get(id) ?? []) found.add(beyond);
  return found;
}
