import type { TenantContext } from '#db/tenancy';
import { prepareCuts } from '#test/factories/seed-organization';
import type { TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import { addMember } from '~/modules/organizations/commands/add-member';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Role } from '~/modules/organizations/domain/role';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { findEmployeeIdOfUser } from '~/modules/people/queries/find-employee-of-user';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { addDays } from '~/shared/calendar-day';

/** Levels in leadership of the people of each team, by path; people are called after the last part: S0, S1. */
export type Teams = Readonly<Record<string, readonly number[]>>;

const FIRST_DAY = '2026-11-21';

/** An organization whose releases and viewers a test moves on by hand, as the worker would. */
export class ReleaseScene {
  private day = FIRST_DAY;

  private constructor(
    readonly db: TestDatabase,
    readonly organizationId: string,
  ) {}

  /** People of these teams, everyone rated by the manager, and the first release of them. */
  static async open(db: TestDatabase, teams: Teams): Promise<ReleaseScene> {
    const scene = new ReleaseScene(db, (await db.newOrganization()).organizationId);
    const people = Object.entries(teams).flatMap(([path, levels]) =>
      levels.map((level, index) => ({ name: `${path.split(' / ').at(-1)}${index}`, path, level })),
    );
    await scene.employees(people.map(({ name, path }) => [name, path, 'active']));
    await scene.rate(people.map(({ name, level }) => [name, level]));
    await scene.release('first');
    return scene;
  }

  /** Name, team and status of people, told on the scene's day; for another day, where one is said. */
  async employees(
    people: readonly (readonly [string, string, 'active' | 'leave'])[],
    day = this.day,
  ): Promise<void> {
    const lines = people.map(
      ([name, path, status]) => `${name},${name},,Guard,${path},33-9032.00,1,2020-01-01,${status}`,
    );
    const header = 'external_id,name,email,title,team,occupation,role_band,started_on,status';
    const text = [header, ...lines, ''].join('\n');
    const given = { file: 'e.csv', today: day, importedBy: 'test', text };
    await this.inTenant((ctx) => importEmployees(ctx, given));
  }

  async rate(levels: readonly (readonly [string, number])[]): Promise<void> {
    const lines = levels.map(([name, level]) => `${name},manager,${this.day},leadership,${level}`);
    const text = ['employee_external_id,rater,assessed_on,dimension,level', ...lines, ''].join('\n');
    await this.inTenant((ctx) =>
      importAssessments(ctx, { file: 'a.csv', today: this.day, importedBy: 'test', text }),
    );
  }

  /** Computes what changed; a month end is the last day of the scene's month, and the scene goes on a month later. */
  async release(reason: 'first' | 'month_end'): Promise<void> {
    while ((await this.inTenant(refreshCapability)).remaining > 0);
    if (reason === 'month_end') {
      const [year = 0, month = 0] = this.day.split('-').map(Number);
      this.day = new Date(Date.UTC(year, month, 15)).toISOString().slice(0, 10);
    }
    await this.inTenant((ctx) => makeRelease(ctx, reason));
  }

  /** Goes on within the month. */
  later(days: number): void {
    this.day = addDays(this.day, days);
  }

  get today(): string {
    return this.day;
  }

  /** A member with this reach; the same address again is the same person with another. */
  async member(email: string, role: Role, scope: readonly string[] = []): Promise<string> {
    const teamScope = await this.teamIds(scope);
    const { organizationId } = this;
    return addMember(this.db.database, {
      organizationId,
      email: `${email}-${organizationId}@example.org`,
      name: email,
      passwordHash: 'x',
      role,
      teamScope,
    });
  }

  async prepare(): Promise<void> {
    await prepareCuts(this.db, this.organizationId, this.now());
  }

  /** Leadership of the rows beneath a team as the viewer reads them; a lock is null, `*` marks live rows. */
  async shown(user: { id: string; role: Role; scope?: readonly string[] }, parent: string | null = null) {
    const [parentId = null] = parent === null ? [] : await this.teamIds([parent]);
    const teamScope = await this.teamIds(user.scope ?? []);
    const { id, role } = user;
    const view = await this.inTenant(async (ctx) => {
      const employeeId = await findEmployeeIdOfUser(ctx, id);
      const organization = { id: this.organizationId, slug: 'x', name: 'x' };
      const viewer = { kind: 'user', id, name: 'x', role, teamScope, employeeId, organization } as const;
      const asked = { parentId, rows: 'team', limit: 50, after: null } as const;
      return getHeatmap(ctx, { viewer, reach: reachOf(role, 'heatmap:read'), ...asked });
    });
    const rows = view.rows.map(({ name, kind, restOf, released, cells }) => {
      const cell = cells.find(({ dimension }) => dimension === 'leadership');
      const title = `${released ? '' : '*'}${restOf ? 'rest of ' : ''}${kind === 'direct' ? 'in ' : ''}${name}`;
      return [title, cell?.suppressed ? null : `${cell?.assessed} at ${cell?.mean}`] as const;
    });
    return { preparing: view.preparing, rows: Object.fromEntries(rows) };
  }

  async inTenant<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T> {
    return this.db.tenant(this.organizationId, work, this.now());
  }

  private now(): Date {
    return new Date(`${this.day}T12:00:00Z`);
  }

  async teamIds(paths: readonly string[]): Promise<string[]> {
    const tree = await this.db.tenant(this.organizationId, (ctx) => getTeamTree(ctx, this.day));
    return paths.map((path) => tree.find((team) => team.path === path)?.teamId ?? '');
  }
}
