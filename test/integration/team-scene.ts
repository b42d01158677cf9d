import { expect } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import type { TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { moveTeam } from '~/modules/people/commands/move-team';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { isCadreError } from '~/shared/errors';

export const TODAY = '2026-11-21';

/** An organization with somebody rated in each of these teams. */
export class TeamScene {
  private constructor(
    private readonly db: TestDatabase,
    readonly organizationId: string,
    public today = TODAY,
  ) {}

  static async open(db: TestDatabase, paths: readonly string[]): Promise<TeamScene> {
    const scene = new TeamScene(db, (await db.newOrganization()).organizationId);
    await scene.people(paths.map((path, index) => [`E${index}`, path, 'active']));
    const lines = paths.map((_, index) => `E${index},calibrated,2026-06-01,leadership,${index % 5}`);
    const text = ['employee_external_id,rater,assessed_on,dimension,level', ...lines, ''].join('\n');
    await scene.in((ctx) =>
      importAssessments(ctx, { file: 'a.csv', text, today: TODAY, importedBy: 'test' }),
    );
    return scene;
  }

  people(rows: readonly (readonly [string, string, string])[]) {
    const lines = rows.map(
      ([id, path, status]) => `${id},${id},,Guard,${path},33-9032.00,1,2020-01-01,${status}`,
    );
    const text = [
      'external_id,name,email,title,team,occupation,role_band,started_on,status',
      ...lines,
      '',
    ].join('\n');
    return this.in((ctx) =>
      importEmployees(ctx, { file: 'e.csv', text, today: this.today, importedBy: 'test' }),
    );
  }

  in<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T> {
    return this.db.tenant(this.organizationId, work, new Date(`${this.today}T12:00:00Z`));
  }

  async paths(day = this.today): Promise<string[]> {
    return (await this.in((ctx) => getTeamTree(ctx, day))).map(({ path }) => path);
  }

  /** The id of a team by a path of today, or of any name of the tree. */
  async id(path: string, day = this.today): Promise<string> {
    const found = (await this.in((ctx) => getTeamTree(ctx, day))).find((team) => team.path === path);
    if (!found) throw new Error(`no team ${path}`);
    return found.teamId;
  }

  async move(path: string, to: string | null, from?: string): Promise<void> {
    const teamId = await this.id(path);
    const parentId = to === null ? null : await this.id(to);
    await this.in((ctx) => moveTeam(ctx, { teamId, parentId, ...(from ? { from } : {}) }));
  }

  /** Why a change was refused: its reason. */
  async refusal(work: (ctx: TenantContext) => Promise<unknown>): Promise<string> {
    try {
      await this.in(work);
    } catch (error) {
      if (isCadreError(error)) return error.reason;
      throw error;
    }
    return 'not refused';
  }
}

/** Computes all that waits. */
export async function drain(ctx: TenantContext): Promise<void> {
  while ((await refreshCapability(ctx)).remaining > 0);
}

/** Stored cells without when they were computed. */
export async function cellsOf(ctx: TenantContext) {
  const rows = await ctx.tx.selectFrom('heatmapCells').selectAll().orderBy('groupId').execute();
  return rows
    .map(({ computedAt: _at, sourceWatermark: _mark, asOf: _day, ...row }) => row)
    .sort((a, b) =>
      `${a.groupId}${a.rowKind}${a.dimension}`.localeCompare(`${b.groupId}${b.rowKind}${b.dimension}`),
    );
}

/** The figures as they are become no others by a full rebuild. */
export async function expectRebuildSame(scene: TeamScene): Promise<void> {
  await scene.in(drain);
  const incremental = await scene.in(cellsOf);
  await scene.in(markEverythingChanged);
  await scene.in(drain);
  expect(await scene.in(cellsOf)).toEqual(incremental);
}
