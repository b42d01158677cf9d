import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import type { DayText } from '~/shared/calendar-day';
import type { PersonPlace } from '../data/person-figures';
import type { TeamPeopleSums } from '../data/person-overview';
import type { MethodConstants } from '../domain/constants';
import type { GroupCells } from '../domain/counted-cells';
import { addOverview, NOTHING, type PeopleSums } from '../domain/overview/overview-sums';
import type { PersonOverview } from '../domain/overview/person-overview';
import { personSums, readSums } from '../domain/person-sums';
import { rollUp } from '../domain/roll-up';
import { addTeamCells } from '../domain/team-cell';
import type { ComputedPerson } from '../queries/compute-profiles';
import type { CellOfTeam } from '../queries/list-requirement-states';

interface Day {
  readonly asOf: DayText;
  readonly constants: MethodConstants;
}

/** What teams add to the overview on a day that is over, added up person by person as each is computed. */
export class PastTeams {
  readonly #cells = new Map<string, GroupCells>();
  readonly #people = new Map<string, PeopleSums>();

  constructor(private readonly day: Day) {}

  /** Adds one person, with what was computed for the day. */
  add(
    { teamId, available }: Pick<PersonPlace, 'teamId' | 'available'>,
    { person, overview }: { readonly person: ComputedPerson; readonly overview: PersonOverview },
  ): void {
    const sums = personSums(person.rows, { ...this.day, available });
    const cells = readSums(
      sums,
      DIMENSIONS.map(() => null),
    );
    const before = this.#cells.get(teamId);
    this.#cells.set(teamId, before ? before.map((cell, at) => addTeamCells(cell, cells[at] ?? cell)) : cells);
    const known = this.#people.get(teamId) ?? NOTHING;
    this.#people.set(teamId, addOverview({ ...NOTHING, ...known }, { ...NOTHING, ...ofPerson(overview) }));
  }

  /** The sums of the people directly in each team. */
  get people(): TeamPeopleSums[] {
    return [...this.#people].map(([teamId, { people, trust, ai, moves }]) => ({
      ...{ teamId, people, trust, ai, moves },
    }));
  }

  /** The cells of each team of the day's tree with all beneath it. */
  cells(tree: readonly TeamNode[]): CellOfTeam[] {
    const parents = new Map(tree.map(({ teamId, parentId }) => [teamId, parentId]));
    const childrenOf = Map.groupBy(tree, ({ parentId }) => parentId ?? '');
    const depthOf = (teamId: string): number => {
      const parent = parents.get(teamId);
      return parent ? 1 + depthOf(parent) : 0;
    };
    const teams = tree.map(({ teamId }) => ({
      teamId,
      depth: depthOf(teamId),
      childIds: (childrenOf.get(teamId) ?? []).map((child) => child.teamId),
    }));
    return DIMENSIONS.flatMap((dimension, at) => {
      const own = [...this.#cells].flatMap(([teamId, cells]) => {
        const cell = cells[at];
        return cell ? [[teamId, cell] as const] : [];
      });
      const { constants } = this.day;
      const rolled = rollUp({ teams, direct: new Map(own), stored: new Map(), constants });
      return rolled.map(({ teamId, cell }) => ({ teamId, dimension, cell }));
    });
  }
}

function ofPerson(row: PersonOverview): PeopleSums {
  const { withTarget, assessed, due, strengthUnits: units } = row;
  return {
    people: 1,
    trust: { withTarget, assessed, due, units },
    ai: {
      withTarget: row.aiTarget ? 1 : 0,
      assessed: row.aiAttainment === null ? 0 : 1,
      attained: row.aiAttainment ?? 0,
    },
    moves: row.moves,
  };
}
