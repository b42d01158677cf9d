import type { TenantContext } from '#db/tenancy';
import { prepareCuts } from '#test/factories/seed-organization';
import type { TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import {
  getAiReadiness,
  type ReadinessQuery,
} from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { addMember } from '~/modules/organizations/commands/add-member';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';

export const GUARDS = '33-9032.00';
export const MANAGERS = '11-3013.01';
export const OTHERS = '15-1252.00';

export interface ScenePerson {
  readonly name: string;
  readonly team: string;
  readonly site: string;
  readonly soc: string;
  readonly band: number;
}

/** An organization of which a test moves people, ratings and releases on by hand. */
export class ReadinessScene {
  day = '2026-10-10';

  private constructor(
    readonly db: TestDatabase,
    readonly organizationId: string,
  ) {}

  static async open(db: TestDatabase): Promise<ReadinessScene> {
    return new ReadinessScene(db, (await db.newOrganization()).organizationId);
  }

  /** These people as they are from the scene's day on. */
  async people(people: readonly ScenePerson[]): Promise<void> {
    const lines = people.map(
      ({ name, team, site, soc, band }) =>
        `${name},${name},,Guard,${team},${site},${soc},${band},2020-01-01,active`,
    );
    const header = 'external_id,name,email,title,team,site,occupation,role_band,started_on,status';
    const text = [header, ...lines, ''].join('\n');
    const given = { file: 'e.csv', today: this.day, importedBy: 'test', text };
    await this.inTenant((ctx) => importEmployees(ctx, given));
  }

  /** Manager's ratings in AI use. */
  async rate(levels: readonly (readonly [name: string, level: number])[]): Promise<void> {
    const lines = levels.map(([name, level]) => `${name},manager,${this.day},ai_use,${level}`);
    const text = ['employee_external_id,rater,assessed_on,dimension,level', ...lines, ''].join('\n');
    const given = { file: 'a.csv', today: this.day, importedBy: 'test', text };
    await this.inTenant((ctx) => importAssessments(ctx, given));
  }

  async refresh(): Promise<void> {
    while ((await this.inTenant(refreshCapability)).remaining > 0);
  }

  /** The day goes on to the middle of the next month, and the month end is released. */
  async monthEnd(): Promise<void> {
    await this.refresh();
    const [year = 0, month = 0] = this.day.split('-').map(Number);
    this.day = new Date(Date.UTC(year, month, 15)).toISOString().slice(0, 10);
    await this.inTenant((ctx) => makeRelease(ctx, 'month_end'));
    await this.refresh();
  }

  async viewer(role: Role, scope: readonly string[] = []): Promise<Viewer> {
    const teamScope = await Promise.all(scope.map((path) => this.teamId(path)));
    const { organizationId } = this;
    const id = await addMember(this.db.database, {
      ...{ organizationId, name: role, passwordHash: 'x', role, teamScope },
      email: `${role}-${organizationId}@example.org`,
    });
    await prepareCuts(this.db, organizationId, this.now());
    const organization = { id: organizationId, slug: 'x', name: 'x' };
    return { kind: 'user', id, name: role, role, teamScope, employeeId: null, organization };
  }

  async read(viewer: Viewer, asked: Partial<ReadinessQuery> = {}) {
    const query: ReadinessQuery = {
      ...{ viewer, reach: reachOf(viewer.role, 'heatmap:read'), rows: 'occupation' },
      ...{ teamId: null, siteId: null, asOf: null, since: null },
      ...asked,
    };
    return this.inTenant((ctx) => getAiReadiness(ctx, query));
  }

  async teamId(path: string): Promise<string> {
    const tree = await this.inTenant((ctx) => getTeamTree(ctx, this.day));
    return tree.find((team) => team.path === path)?.teamId ?? '';
  }

  async inTenant<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T> {
    return this.db.tenant(this.organizationId, work, this.now());
  }

  private now(): Date {
    return new Date(`${this.day}T12:00:00Z`);
  }
}
