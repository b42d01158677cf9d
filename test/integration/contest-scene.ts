import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import type { TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';

const TODAY = '2026-11-21';
const NOW = new Date(`${TODAY}T12:00:00Z`);
const PEOPLE = [
  'external_id,name,email,title,team,manager_external_id,occupation,role_band,started_on',
  'M1,Mara Lind,,Shift lead,Gate,,33-1091.00,3,2020-01-01',
  'P1,Pia Holm,,Guard,Gate,M1,33-9032.00,2,2020-01-01',
  'P2,Per Falk,,Guard,Gate,M1,33-9032.00,2,2020-01-01',
  'P3,Puk Rask,,Guard,Gate,M1,33-9032.00,2,2020-01-01',
  'P4,Poul Kok,,Guard,Gate,M1,33-9032.00,2,2020-01-01',
  'H1,Hanne Birk,,HR partner,Office,,13-1071.00,3,2020-01-01',
  'D1,Dag Moen,,Director,Office,,11-3013.01,4,2020-01-01',
  '',
].join('\n');
/** What the manager, the person and three peers say of P1. */
export const RATINGS = [
  'employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence',
  'P1,manager,M1,2026-09-01,,leadership,1,',
  'P1,manager,M1,2026-09-01,,communication,3,Heard on the radio',
  'P1,self,P1,2026-08-01,,leadership,3,',
  'P1,peer,P2,2026-10-01,,creativity,1,said by a peer',
  'P1,peer,P3,2026-10-01,,creativity,1,',
  'P1,peer,P4,2026-10-01,,creativity,2,',
  'P2,manager,,2026-09-01,,leadership,2,',
  'H1,calibrated,,2026-09-01,,leadership,2,',
  '',
].join('\n');

export type Scene = Awaited<ReturnType<typeof contestScene>>;

/** A gate with a manager and four guards, an office with an HR partner and a director; figures computed. */
export async function contestScene(db: TestDatabase) {
  const { organizationId, slug } = await db.newOrganization();
  const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work, NOW);
  const given = { today: TODAY, importedBy: 'test' };
  const rate = (text: string) =>
    inTenant((ctx) => importAssessments(ctx, { file: 'ratings.csv', text, ...given }));
  const refresh = () =>
    inTenant(async (ctx) => {
      while ((await refreshCapability(ctx)).remaining > 0);
    });
  await inTenant((ctx) => importEmployees(ctx, { file: 'people.csv', text: PEOPLE, ...given }));
  await rate(RATINGS);
  await refresh();
  const ids = await inTenant((ctx) =>
    listIdsByExternalId(ctx, new Set(['M1', 'P1', 'P2', 'P3', 'P4', 'H1', 'D1'])),
  );
  const teams = new Map(
    (await inTenant((ctx) => getTeamTree(ctx, TODAY))).map((one) => [one.name, one.teamId]),
  );
  const idOf = (externalId: string) => ids.get(externalId) ?? '';
  const viewer = (role: Role, person: string | null, ...scope: string[]): Viewer => ({
    ...{ kind: 'user', id: randomUUID(), name: role, role },
    teamScope: scope.map((name) => teams.get(name) ?? ''),
    employeeId: person === null ? null : idOf(person),
    organization: { id: organizationId, slug, name: slug },
  });
  return { organizationId, inTenant, rate, refresh, idOf, viewer, today: TODAY };
}
