import type { TenantContext } from '#db/tenancy';
import { type FiguresSelection, sumPersonFigures } from '../data/person-figures';
import type { GroupCells } from '../domain/counted-cells';
import { cellsOfCount, countNobody, countPerson, type FactsCount } from '../domain/person-facts';
import { readSums } from '../domain/person-sums';
import { figuresInMemory, type TeamFigures } from './figures-memory';
import { type GroupQuestion, groupOfPlace, isSelected } from './past-groups';

/** From so many teams on the people are counted in memory: fewer are found along an index. */
const MANY_TEAMS = 100;

/** The cells of each group of the selected people by today's compact rows; '' stands for those without one. */
export async function sumGroups(
  ctx: TenantContext,
  { selection, grouping }: GroupQuestion,
): Promise<ReadonlyMap<string, GroupCells>> {
  const teams = isWide(selection) ? await figuresInMemory(ctx) : null;
  if (teams) return countGroups(teams, { selection, grouping });
  const sums = await sumPersonFigures(ctx, selection, grouping);
  return new Map(sums.map(({ group, sum, newestDays }) => [group ?? '', readSums(sum, newestDays)] as const));
}

function isWide({ teamIds }: FiguresSelection): boolean {
  return teamIds === null || teamIds.length > MANY_TEAMS;
}

function countGroups(
  teams: readonly TeamFigures[],
  { selection, grouping }: GroupQuestion,
): ReadonlyMap<string, GroupCells> {
  const within = selection.teamIds && new Set(selection.teamIds);
  const counts = new Map<string, FactsCount>();
  const countOf = (group: string) => {
    const known = counts.get(group);
    if (known) return known;
    const count = countNobody(counts.size);
    counts.set(group, count);
    return count;
  };
  for (const { teamId, places, facts } of teams) {
    if (within && !within.has(teamId)) continue;
    for (const [person, place] of places.entries()) {
      const group = isSelected(place, selection) ? groupOfPlace(place, grouping) : null;
      if (group !== null) countPerson(countOf(group), facts, person);
    }
  }
  return new Map([...counts].map(([group, count]) => [group, cellsOfCount(count)]));
}
