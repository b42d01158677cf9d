import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import { addDays } from '~/shared/calendar-day';

/** Somebody of the invented organization as the files of a week say it. */
export interface Worker {
  readonly id: string;
  readonly team: string;
  readonly manager: string;
  readonly occupation: string;
  readonly band: number;
  readonly startedOn: string;
  readonly endedOn: string;
  readonly onLeave: boolean;
}

/** A level of one dimension, given by the manager on a day. */
export interface GivenLevel {
  readonly id: string;
  readonly dimension: (typeof RATED)[number];
  readonly level: number;
}

export interface Week {
  /** Its Monday. */
  readonly day: string;
  /** People who came, moved, left, went on leave or came back, as they are now. */
  readonly people: readonly Worker[];
  readonly levels: readonly GivenLevel[];
  /** A cycle of ratings ends: figures are released. */
  readonly closesCycle: boolean;
}

/** A dimension that is released by team, and the one that is released by occupation. */
export const RATED = ['leadership', 'ai_use'] as const;
export const FIRST_MONDAY = '2026-01-05';
export const WEEKS = 52;
const CYCLES = new Set([8, 21, 34, 47]);
const OCCUPATIONS = ['33-9032.00', '33-1091.00', '33-9031.00', '33-1021.00'];
/** The boss of a few people all over the tree, and the director's own record. */
export const BOSS = 'p1';
export const DIRECTOR = 'p0';
const REPORTS = 6;
const isLooking = (id: string): boolean => id === BOSS || id === DIRECTOR;

/** Teams of about seven people beneath divisions of four teams; some sit in a division itself. */
export function teamPaths(size: number): readonly string[] {
  const teams = Math.max(4, Math.ceil(size / 7));
  return Array.from({ length: teams }, (_, at) =>
    at % 5 === 4 ? `Division ${Math.floor(at / 5)}` : `Division ${Math.floor(at / 5)} / Team ${at}`,
  );
}

/** The year of an organization, week by week, drawn from the seed alone. */
export class Year {
  readonly paths: readonly string[];
  private readonly people = new Map<string, Worker>();
  private joined = 0;
  /** Who came to the team that the director reads, by the Monday. */
  private readonly cameOn = new Map<string, readonly string[]>();

  constructor(
    private readonly random: SeededRandom,
    private readonly size: number,
  ) {
    this.paths = teamPaths(size);
  }

  /** The people and levels of the first Monday. */
  begin(): Week {
    for (let at = 0; at < this.size; at += 1) this.join(at < 2 ? '2020-01-06' : '2024-01-01');
    const levels = this.rate([...this.people.keys()], 0.9);
    return { day: FIRST_MONDAY, people: [...this.people.values()], levels, closesCycle: false };
  }

  /** The next weeks, from 1 on. */
  week(number: number): Week {
    const { random } = this;
    const day = addDays(FIRST_MONDAY, 7 * number);
    const changed = new Set<string>();
    const own = this.paths[0] ?? '';
    const often = Math.max(1, Math.round(this.size / 50));
    for (let at = 0; at < often; at += 1) {
      if (random.chance(0.4)) changed.add(this.join(day));
      if (random.chance(0.35)) this.change(changed, { endedOn: addDays(day, -1), onLeave: false });
      if (random.chance(0.6)) this.change(changed, { team: this.drawTeam() });
      // In and out of the team that the director reads.
      if (random.chance(0.25)) this.change(changed, { team: own });
      if (random.chance(0.25)) this.change(changed, { team: this.drawTeam() }, own);
      if (random.chance(0.2)) this.change(changed, { onLeave: random.chance(0.5) });
      if (random.chance(0.2)) this.change(changed, { manager: BOSS });
    }
    this.cameOn.set(
      day,
      [...changed].filter((id) => this.people.get(id)?.team === own),
    );
    const closesCycle = CYCLES.has(number);
    const present = [...this.people.values()].filter((one) => one.endedOn === '').map((one) => one.id);
    const levels = this.rate(present, closesCycle ? 0.6 : 0.05);
    const people = [...changed].flatMap((id) => this.people.get(id) ?? []);
    for (const one of people) if (one.endedOn !== '') this.people.delete(one.id);
    return { day, people, levels, closesCycle };
  }

  /** Some who are in the team that the director reads for some hours of a day, by mistake. */
  guests(): readonly Worker[] {
    const own = this.paths[0];
    const others = [...this.people.values()].filter(({ id, team }) => !isLooking(id) && team !== own);
    return others.filter(() => this.random.chance(2 / this.size));
  }

  /** People of whom it is said that they never came to the director's team on a Monday, as was told then. */
  correct(day: string): readonly Worker[] {
    const own = this.paths[0];
    const came = (this.cameOn.get(day) ?? []).flatMap((id) => this.people.get(id) ?? []);
    return came.flatMap((one) => {
      if (one.team !== own || !this.random.chance(0.5)) return [];
      const corrected = { ...one, team: this.paths[1] ?? '' };
      this.people.set(one.id, corrected);
      return [corrected];
    });
  }

  /** Whether somebody who is employed was it on a day before. */
  wasHere(id: string, day: string): boolean {
    return (this.people.get(id)?.startedOn ?? day) < day;
  }

  /** Everybody employed. */
  present(): readonly Worker[] {
    return [...this.people.values()];
  }

  /** Draws a level for some of these people, in each dimension by itself. */
  rate(ids: readonly string[], probability: number): GivenLevel[] {
    const { random } = this;
    return ids.flatMap((id) =>
      RATED.flatMap((dimension) =>
        random.chance(probability) ? [{ id, dimension, level: random.below(5) }] : [],
      ),
    );
  }

  private join(startedOn: string): string {
    const { random } = this;
    const id = `p${this.joined}`;
    this.joined += 1;
    const isReport = this.joined > 2 && this.joined <= 2 + REPORTS;
    this.people.set(id, {
      ...{ id, startedOn, endedOn: '', onLeave: false },
      team: id === DIRECTOR ? (this.paths[0] ?? '') : this.drawTeam(),
      manager: isReport ? BOSS : this.joined === 9 || this.joined === 10 ? DIRECTOR : '',
      occupation: OCCUPATIONS[random.below(OCCUPATIONS.length)] ?? '',
      band: 1 + random.below(3),
    });
    return id;
  }

  /** Changes somebody but the two who look, of a team or of any. */
  private change(changed: Set<string>, facts: Partial<Worker>, of: string | null = null): void {
    const ids = [...this.people.values()]
      .filter(({ id }) => !isLooking(id) && !changed.has(id))
      .filter(({ team }) => of === null || team === of)
      .map(({ id }) => id);
    const id = ids[this.random.below(ids.length)];
    const one = id === undefined ? undefined : this.people.get(id);
    if (!one) return;
    this.people.set(one.id, { ...one, ...facts });
    changed.add(one.id);
  }

  private drawTeam(): string {
    return this.paths[this.random.below(this.paths.length)] ?? '';
  }
}
