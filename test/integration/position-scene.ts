import type { Actor, TenantContext } from '#db/tenancy';
import { withTenant } from '#db/tenancy';
import type { TestDatabase } from '#test/setup/database';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importPositions } from '~/modules/people/commands/import-positions';
import { importTargets } from '~/modules/people/commands/import-targets';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { listPositions } from '~/modules/people/queries/list-positions';
import { readCsv } from '~/shared/csv';

export const TODAY = '2026-11-20';
const NOW = new Date('2026-11-20T12:00:00Z');
const PEOPLE = [
  'external_id,name,email,title,team,occupation,role_band,started_on',
  'E1,Ada Reed,,Lead,North,33-1091.00,2,2020-01-01',
  'E2,Ben Olt,,Guard,North / Dock,33-9032.00,1,2020-01-01',
  'E3,Cy Marr,,Guard,South,33-9032.00,1,2020-01-01',
  '',
].join('\r\n');
const TARGETS =
  'occupation,role_band,dimension,level\r\n33-1091.00,2,leadership,2\r\n33-9032.00,1,character,1\r\n';
const FILE = [
  'external_id,title,team,site,occupation,role_band,critical,incumbent_external_id,horizon',
  'P1,Site lead,North,,33-1091.00,2,yes,E1,1_to_3:told',
  "P2,'=Dock,North / Dock,,,,no,,",
  'P3,South post,South,,33-9032.00,1,yes,E3,under_1:contract_end',
  '',
].join('\r\n');

export interface Scene {
  readonly organizationId: string;
  readonly run: <T>(work: (ctx: TenantContext) => Promise<T>, now?: Date) => Promise<T>;
  readonly viewer: (role: Role, more?: Partial<Viewer>) => Viewer;
  readonly people: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, string>;
}

/** An organization with three people, three posts and two written targets. */
export async function positionScene(db: TestDatabase): Promise<Scene> {
  const { organizationId, slug } = await db.newOrganization();
  const actor: Actor = { kind: 'user', id: '00000000-0000-4000-8000-000000000001' };
  const run: Scene['run'] = (work, now = NOW) =>
    withTenant(db.database, { organizationId, actor, now }, work);
  const given = { today: TODAY, importedBy: 'test' };
  await run((ctx) => importEmployees(ctx, { file: 'e.csv', text: PEOPLE, ...given }));
  await run((ctx) => importTargets(ctx, { file: 't.csv', text: TARGETS, ...given }));
  await run((ctx) => importFile(ctx, FILE));
  const viewer: Scene['viewer'] = (role, more = {}) => ({
    kind: 'user',
    id: actor.id,
    name: 'Test',
    role,
    teamScope: [],
    employeeId: null,
    organization: { id: organizationId, slug, name: slug },
    ...more,
  });
  const people = await run((ctx) => listIdsByExternalId(ctx, ['E1', 'E2', 'E3']));
  const teams = new Map(
    (await run((ctx) => getTeamTree(ctx, TODAY))).map((team) => [team.path, team.teamId]),
  );
  const all = await run((ctx) => listed(ctx, viewer('hr_partner')));
  const positions = new Map(all.map(({ externalId, id }) => [externalId, id]));
  return { organizationId, run, viewer, people, teams, positions };
}

/** Imports a text as a positions file. */
export function importFile(
  ctx: TenantContext,
  text: string,
  more: { withHorizon?: boolean; goodRowsOnly?: boolean } = {},
) {
  const read = readCsv(text.replaceAll("'=", '='), 'positions.csv');
  return importPositions(ctx, { table: read, today: TODAY, withHorizon: true, ...more });
}

/** The posts that a viewer meets. */
export const listed = (ctx: TenantContext, viewer: Viewer, reach: 'all' | 'subtree' | 'team' = 'all') =>
  listPositions(ctx, { viewer, reach, filter: {}, asOf: TODAY });
export const idIn = (map: ReadonlyMap<string, string>, name: string) => map.get(name) ?? '';
