import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { insertTeams, type NewTeam } from '../data/teams';
import { formatTeamPath, parseTeamPath } from '../domain/team-path';
import { type TeamPlace, teamTree } from '../domain/team-tree';
import { laterDay } from '../domain/timeline';

/** A team that Cadre hears of for the first time has been there as long as anything (a day before all others). */
const FROM_THE_BEGINNING = '1900-01-01';

/** The id of each team path, or of a known team's id; teams on the way that are not there on the day are added. */
export async function ensureTeams(
  ctx: TenantContext,
  paths: ReadonlySet<string>,
  known: { readonly places: readonly TeamPlace[]; readonly today: string },
): Promise<Map<string, string>> {
  const idOf = new Map(known.places.map(({ teamId }) => [teamId, teamId]));
  for (const node of teamTree(known.places, known.today)) {
    if (!idOf.has(node.path)) idOf.set(node.path, node.teamId);
  }
  const added: NewTeam[] = [];
  for (const path of [...paths].filter((one) => !idOf.has(one)).sort()) {
    const parsed = parseTeamPath(path);
    if (!parsed.ok) continue;
    let parentId: string | null = null;
    for (const [depth, name] of parsed.value.entries()) {
      const prefix = formatTeamPath(parsed.value.slice(0, depth + 1));
      const teamId: string = idOf.get(prefix) ?? v7();
      if (!idOf.has(prefix))
        added.push({ teamId, name, parentId, validFrom: firstDay(known, { prefix, name, parentId }) });
      idOf.set(prefix, teamId);
      parentId = teamId;
    }
  }
  await insertTeams(ctx, added);
  return idOf;
}

/**
 * From when on a new team is there: the beginning, or the day after which no team of its name stood in its place.
 * Throws InvalidInput when one is planned there.
 */
function firstDay(
  { places, today }: { readonly places: readonly TeamPlace[]; readonly today: string },
  {
    prefix,
    name,
    parentId,
  }: { readonly prefix: string; readonly name: string; readonly parentId: string | null },
): string {
  const beside = places.filter((place) => place.parentId === parentId && place.name === name);
  const planned = beside.find(({ validFrom }) => validFrom > today);
  if (planned)
    throw new InvalidInput(
      `${prefix} is no team yet: it is planned for ${planned.validFrom}. Withdraw that plan under Teams, or use another name.`,
    );
  return beside.reduce((day, { validTo }) => laterDay(day, validTo ?? day), FROM_THE_BEGINNING);
}
