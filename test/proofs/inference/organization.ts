import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { prepareCuts } from '#test/factories/seed-organization';
import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import type { TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import { makeRelease, type ReleaseReason } from '~/modules/capability/commands/make-release';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { addMember } from '~/modules/organizations/commands/add-member';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { addDays } from '~/shared/calendar-day';
import type { Notebook } from './read-told';
import { BOSS, DIRECTOR, FIRST_MONDAY, type GivenLevel, type Week, type Worker, Year } from './year';

/** Who looks: an executive, an executive with reports, and a director who has some outside of the own team. */
export const VIEWERS = ['executive', 'boss', 'director'] as const;
export type ViewerName = (typeof VIEWERS)[number];

const CYCLE = 'Winter';

/** An organization that lives through a year of files, with the releases that the worker would make. */
export class Organization {
  private day = '';
  private readonly viewers = new Map<ViewerName, Viewer>();

  private constructor(
    private readonly db: TestDatabase,
    private readonly organizationId: string,
    readonly year: Year,
  ) {}

  /** The first Monday: people, levels, requirements, who looks, and the first release. */
  static async open(
    db: TestDatabase,
    { random, size, k }: { readonly random: SeededRandom; readonly size: number; readonly k: number },
  ): Promise<Organization> {
    const { organizationId } = await db.newOrganization('UTC');
    const one = new Organization(db, organizationId, new Year(random, size));
    await db.tenant(organizationId, ({ tx }) =>
      tx.updateTable('organizations').set({ suppressionK: k }).execute(),
    );
    await one.live(one.year.begin());
    const teamIds = (await one.inTenant((ctx) => getTeamTree(ctx, one.day))).map(({ teamId }) => teamId);
    const facts = { name: 'Lead', dimension: 'leadership', level: 3, minimum: 2, reason: 'cover' } as const;
    await one.inTenant((ctx) =>
      addRequirement(ctx, { from: one.day, facts: { ...facts, groups: { kind: 'teams', teamIds } } }),
    );
    await one.look('executive', 'executive', null);
    await one.look('boss', 'executive', BOSS);
    await one.look('director', 'director', DIRECTOR);
    await one.holdCycle();
    await one.release('first');
    return one;
  }

  /** A cycle of everybody, which is over: what people say of themselves beside what their managers say. */
  private async holdCycle(): Promise<void> {
    await this.inTenant(({ tx }) =>
      tx
        .insertInto('cycles')
        .values({
          ...{ cycleId: randomUUID(), name: CYCLE, opensOn: this.day, closesOn: this.day, state: 'closed' },
          ...{ instruments: ['durable', 'ai_use'], raterKinds: ['self', 'manager'], selfManager: 'open' },
          frameworkVersions: {},
        })
        .execute(),
    );
    const ids = this.year.present().map(({ id }) => id);
    await this.rateInCycle(ids);
  }

  private async rateInCycle(ids: readonly string[]): Promise<void> {
    for (const rater of ['self', 'manager']) {
      const levels = this.year.rate(ids, 1);
      await this.inTenant((ctx) =>
        importAssessments(ctx, this.file(levelsFile(levels, FIRST_MONDAY, { rater, cycle: CYCLE }))),
      );
    }
  }

  /** The files of a week, and what is computed of them. */
  async live({ day, people, levels }: Pick<Week, 'day' | 'people' | 'levels'>): Promise<void> {
    this.day = day;
    await this.tell(people);
    if (levels.length > 0)
      await this.inTenant((ctx) => importAssessments(ctx, this.file(levelsFile(levels, day))));
  }

  /**
   * On the day, some are in the director's team for some hours, rated there and read; and who came a week before is said
   * never to have come.
   */
  async mistake(notebooks: ReadonlyMap<ViewerName, Notebook>): Promise<void> {
    const [own = ''] = this.year.paths;
    const guests = this.year.guests();
    const there = guests.map((one) => ({ ...one, team: own }));
    const levels = this.year.rate(
      guests.map(({ id }) => id),
      1,
    );
    await this.live({ day: this.day, people: there, levels });
    await this.noteReads(notebooks, there);
    await this.tell(guests);
    const weekBefore = addDays(this.day, -7);
    await this.tell(this.year.correct(weekBefore), weekBefore);
  }

  /** Throws away who was where by what is told no more. */
  async forget(): Promise<void> {
    await this.inTenant(({ tx }) => tx.deleteFrom('formerMembers').execute());
  }

  /** What a file says of people, of a day. */
  private async tell(people: readonly Worker[], today = this.day): Promise<void> {
    if (people.length === 0) return;
    const file = { ...this.file(peopleFile(people)), today };
    await this.inTenant((ctx) => importEmployees(ctx, file));
  }

  /** Writes down whose ratings each who looks reads or gives on this day; of everybody, as they are in the end. */
  async noteReads(
    notebooks: ReadonlyMap<ViewerName, Notebook>,
    present: readonly Worker[] = this.year.present(),
  ): Promise<void> {
    const ids = await this.inTenant((ctx) =>
      listIdsByExternalId(
        ctx,
        present.map(({ id }) => id),
      ),
    );
    const note = (name: ViewerName, reads: (one: Worker) => boolean): void => {
      const people = present.filter(reads).flatMap(({ id }) => ids.get(id) ?? []);
      notebooks.get(name)?.reads(people, this.day);
    };
    const own = this.year.paths[0];
    note('boss', ({ id, manager }) => id === BOSS || manager === BOSS);
    note('director', ({ id, manager, team }) => id === DIRECTOR || manager === DIRECTOR || team === own);
  }

  /** Computes what waits and releases; whether there was anything to release. */
  async release(reason: ReleaseReason): Promise<boolean> {
    await this.compute();
    const made = await this.inTenant((ctx) => makeRelease(ctx, reason));
    await prepareCuts(this.db, this.organizationId, this.now());
    return made !== null;
  }

  async compute(): Promise<void> {
    while ((await this.inTenant(refreshCapability)).remaining > 0);
  }

  /**
   * Gives everybody whom the viewer does not read or rate other levels, of today and of a day before, and moves, takes on
   * and lets go some of them; everybody, where no viewer is named. Computed, not released.
   */
  async disturb(random: SeededRandom, name: ViewerName | null): Promise<void> {
    const [own, ...others] = this.year.paths;
    const all = this.year.present();
    const known: Record<ViewerName, (one: Worker) => boolean> = {
      executive: () => false,
      boss: ({ id, manager }) => id === BOSS || manager === BOSS,
      director: ({ id, manager, team }) => id === DIRECTOR || manager === DIRECTOR || team === own,
    };
    const people = name === null ? all : all.filter((one) => !known[name](one));
    const moved = people
      .filter(({ id, team }) => id !== BOSS && id !== DIRECTOR && team !== own)
      .map((one) => ({ ...one, team: others[random.below(others.length)] ?? one.team }));
    const joined = moved.slice(0, 3).map((one) => ({ ...one, id: `late-${name}-${one.id}`, manager: '' }));
    const levels = this.year.rate(
      people.map(({ id }) => id),
      1,
    );
    const earlier = addDays(this.day, -45);
    const before = levels.filter(({ id }) => this.year.wasHere(id, earlier));
    await this.inTenant(async (ctx) => {
      await importAssessments(ctx, this.file(levelsFile(before, earlier)));
      await importAssessments(ctx, this.file(levelsFile(levels, this.day)));
      await importEmployees(ctx, this.file(peopleFile([...moved, ...joined])));
    });
    await this.rateInCycle(
      people.filter(({ id }) => this.year.wasHere(id, FIRST_MONDAY)).map(({ id }) => id),
    );
    await this.compute();
  }

  viewer(name: ViewerName): Viewer {
    const viewer = this.viewers.get(name);
    if (!viewer) throw new Error(`${name} does not look yet`);
    return viewer;
  }

  get today(): string {
    return this.day;
  }

  inTenant<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T> {
    return this.db.tenant(this.organizationId, work, this.now());
  }

  private now(): Date {
    return new Date(`${this.day}T12:00:00Z`);
  }

  private file(text: string) {
    return { file: 'week.csv', today: this.day, importedBy: 'test', text };
  }

  private async look(name: ViewerName, role: Role, record: string | null): Promise<void> {
    const tree = await this.inTenant((ctx) => getTeamTree(ctx, this.day));
    const teamScope =
      role === 'director' ? [tree.find(({ path }) => path === this.year.paths[0])?.teamId ?? ''] : [];
    const { organizationId } = this;
    const email = `${name}-${organizationId}@example.org`;
    const member = { organizationId, email, name, passwordHash: 'x', role, teamScope };
    const id = await addMember(this.db.database, member);
    if (record) await this.inTenant((ctx) => linkSignIn(ctx, { externalId: record, userId: id }));
    const employeeId = record
      ? ((await this.inTenant((ctx) => listIdsByExternalId(ctx, new Set([record])))).get(record) ?? null)
      : null;
    const organization = { id: organizationId, slug: 'x', name: 'x' };
    this.viewers.set(name, { kind: 'user', id, name, role, teamScope, employeeId, organization });
  }
}

function peopleFile(people: readonly Worker[]): string {
  const header =
    'external_id,name,email,title,team,manager_external_id,occupation,role_band,started_on,ended_on,status';
  const line = (one: Worker) =>
    [
      ...[one.id, one.id, '', 'Guard', one.team, one.manager, one.occupation, one.band, one.startedOn],
      ...[one.endedOn, one.endedOn === '' ? (one.onLeave ? 'leave' : 'active') : 'left'],
    ].join(',');
  return [header, ...people.map(line), ''].join('\n');
}

function levelsFile(
  levels: readonly GivenLevel[],
  day: string,
  { rater = 'manager', cycle = '' }: { readonly rater?: string; readonly cycle?: string } = {},
): string {
  const header = 'employee_external_id,rater,assessed_on,dimension,level,cycle';
  return [
    header,
    ...levels.map(({ id, dimension, level }) => `${id},${rater},${day},${dimension},${level},${cycle}`),
    '',
  ].join('\n');
}
