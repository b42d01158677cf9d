import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { downloadTable } from '~/http/table-download.server';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import type { RequirementFacts } from '~/modules/capability/domain/requirements/requirement';
import { listRequirementLines } from '~/modules/capability/queries/list-requirement-lines';
import { listMappingLines } from '~/modules/occupations/queries/list-mapping-lines';
import { recordExport } from '~/modules/organizations/commands/record-export';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listSiteLines } from '~/modules/people/queries/list-site-lines';
import { listTeamLines } from '~/modules/people/queries/list-team-lines';
import { readCsv } from '~/shared/csv';
import { restoreFormula } from '~/shared/formula-cell';
import { TeamScene, TODAY } from './team-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

async function scene() {
  const opened = await TeamScene.open(db, ['North', 'North / Dock', '=South']);
  const viewer = (role: Role, teamScope: readonly string[] = []): Viewer => ({
    ...{ kind: 'user', id: 'u', name: 'u', role, teamScope, employeeId: null },
    organization: { id: opened.organizationId, slug: 's', name: 's' },
  });
  return { opened, viewer, north: await opened.id('North') };
}

describe('a list as a file', () => {
  it('has the teams of the reach, and none for who meets only colleagues', async () => {
    const { opened, viewer, north } = await scene();
    const lines = (who: Viewer, reach: 'all' | 'subtree' | 'team') =>
      opened.in((ctx) => listTeamLines(ctx, { viewer: who, reach, asOf: TODAY }));
    const paths = (table: Awaited<ReturnType<typeof lines>>) => table.rows.map((row) => row.slice(1, 2)[0]);
    const all = await lines(viewer('hr_partner'), 'all');
    expect(paths(all)).toEqual(['=South', 'North', 'North / Dock']);
    expect(all.rows[1]).toEqual([north, 'North', null, 2, 1]);
    expect(paths(await lines(viewer('director', [north]), 'subtree'))).toEqual(['North', 'North / Dock']);
    await expect(lines(viewer('employee'), 'team')).rejects.toMatchObject({ kind: 'forbidden' });
    const file = await (await downloadTable(all, 'csv')).text();
    expect(file).toContain("'=South");
    expect(readCsv(file, 'teams.csv').rows.map(({ values }) => restoreFormula(values[1] ?? ''))).toEqual(
      paths(all),
    );
  });

  it('counts people of sites only for who reads everybody', async () => {
    const { opened } = await scene();
    const header = async (reach: 'all' | 'subtree') =>
      (await opened.in((ctx) => listSiteLines(ctx, { reach, asOf: TODAY }))).header;
    expect(await header('all')).toEqual(['id', 'site', 'people']);
    expect(await header('subtree')).toEqual(['id', 'site']);
    await expect(
      opened.in((ctx) => listSiteLines(ctx, { reach: 'team', asOf: TODAY })),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('has the titles that the inbox lists', async () => {
    const { opened } = await scene();
    const titles = (query: string) =>
      opened.in((ctx) => listMappingLines(ctx, { filter: 'all', query })).then(({ rows }) => rows);
    expect((await titles('guard'))[0]?.slice(0, 7)).toEqual([
      ...['Guard', 1, 3, 0, 'mapped', '33-9032.00:3', ''],
    ]);
    expect((await titles('guard'))[0]?.at(-1)).toBe('no_release');
    expect(await titles('pilot')).toEqual([]);
  });

  it('has the state of each group for who is told it', async () => {
    const { opened, viewer, north } = await scene();
    const facts: RequirementFacts = {
      ...{ name: 'Lead', dimension: 'leadership', level: 1, minimum: 1, reason: '' },
      groups: { kind: 'teams', teamIds: [north, await opened.id('=South')] },
    };
    await opened.in((ctx) => addRequirement(ctx, { facts, from: TODAY }));
    const lines = (role: Role, scope: readonly string[] = []) =>
      opened.in((ctx) => listRequirementLines(ctx, viewer(role, scope)));
    const teamsOf = ({ header, rows }: Awaited<ReturnType<typeof lines>>) =>
      rows.map((row) => row[header.indexOf('team')]);
    expect(teamsOf(await lines('hr_partner'))).toEqual(['=South', 'North']);
    expect(teamsOf(await lines('director', [north]))).toEqual(['North']);
    const told = await lines('admin');
    expect(told.header).not.toContain('state');
    expect(told.rows).toHaveLength(1);
  });

  it('is noted in the log', async () => {
    const { opened } = await scene();
    await opened.in(async (ctx) => recordExport(ctx, { table: 'teams', format: 'xlsx', rows: 3 }));
    const entries = await opened.in(({ tx }) =>
      tx.selectFrom('auditEntries').select('details').where('action', '=', 'table.export').execute(),
    );
    expect(entries.map(({ details }) => details)).toEqual([{ table: 'teams', format: 'xlsx', rows: 3 }]);
  });
});
