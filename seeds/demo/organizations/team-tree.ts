import type { Random } from '../random';
import type { RoleKey } from './roles';

/** A posting: a role, or a mix of roles in their shares, and how many people hold it. */
export type Posting = readonly [role: RoleKey | 'guards' | 'operators', people: number];

/** A team, its head, the people directly in it and the teams below it; a site holds for everything beneath. */
export interface TeamSpec {
  readonly name: string;
  readonly site?: string;
  readonly head?: RoleKey;
  readonly staff?: readonly Posting[];
  readonly teams?: readonly TeamSpec[];
}

/** One post of the tree, in depth-first order. */
export interface Seat {
  readonly teamPath: string;
  /** From 0 within the team; 0 is the head where the team has one. */
  readonly index: number;
  readonly role: RoleKey;
  readonly isHead: boolean;
  readonly site: string;
  /** Position of the manager's seat in the list; null at the top. */
  readonly manager: number | null;
}

const MIXES: Readonly<Record<'guards' | 'operators', readonly (readonly [RoleKey, number])[]>> = {
  guards: [
    ['guard_1', 42],
    ['guard_2', 48],
    ['guard_3', 10],
  ],
  operators: [
    ['operator_1', 40],
    ['operator_2', 60],
  ],
};

interface Above {
  readonly path: string;
  readonly site: string;
  readonly head: number | null;
}

function seatTeam(team: TeamSpec, above: Above, sink: { seats: Seat[]; random: Random }): void {
  const { seats, random } = sink;
  const teamPath = above.path === '' ? team.name : `${above.path} / ${team.name}`;
  const site = team.site ?? above.site;
  let head = above.head;
  let index = 0;
  const sit = (role: RoleKey, isHead: boolean): void => {
    seats.push({ teamPath, index, role, isHead, site, manager: head });
    index += 1;
  };
  if (team.head) {
    sit(team.head, true);
    head = seats.length - 1;
  }
  for (const [posting, people] of team.staff ?? []) {
    for (let count = 0; count < people; count += 1) {
      const isMix = posting === 'guards' || posting === 'operators';
      sit(isMix ? random.weighted(MIXES[posting]) : posting, false);
    }
  }
  for (const child of team.teams ?? []) seatTeam(child, { path: teamPath, site, head }, sink);
}

/**
 * The posts of a tree of teams. The head of the first team is the top; a head reports to the nearest head above,
 * everyone else to the head of the own team.
 */
export function seatsOf(teams: readonly TeamSpec[], random: Random): readonly Seat[] {
  const seats: Seat[] = [];
  for (const [position, team] of teams.entries()) {
    seatTeam(team, { path: '', site: '', head: position === 0 ? null : 0 }, { seats, random });
  }
  return seats;
}

/** Whether a team is `ancestor` itself or lies beneath it. */
export function isWithin(teamPath: string, ancestor: string): boolean {
  return teamPath === ancestor || teamPath.startsWith(`${ancestor} / `);
}
