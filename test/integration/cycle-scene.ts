import { randomUUID } from 'node:crypto';
import { type TenantContext, withMembers } from '#db/tenancy';
import { queueDueLetters } from '#jobs/tasks/cycle-letters';
import { openCycle } from '#jobs/tasks/open-cycle';
import type { TestDatabase } from '#test/setup/database';
import { keepLogLines } from '#test/setup/log-lines';
import { addCycleDraft } from '~/modules/assessments/commands/change-cycle-draft';
import { startOpening } from '~/modules/assessments/commands/open-cycle';
import type { CycleFields } from '~/modules/assessments/domain/cycle';
import { addMember } from '~/modules/organizations/commands/add-member';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';

export const TODAY = '2026-11-21';
const PEOPLE = [
  'external_id,name,email,title,team,manager_external_id,occupation,role_band,started_on',
  'D1,Dag Moen,,Director,Field,,11-3013.01,4,2020-01-01',
  'M1,Mara Lind,,Shift lead,Field / Gate,D1,33-1091.00,3,2020-01-01',
  'P1,Pia Holm,,Guard,Field / Gate,M1,33-9032.00,2,2020-01-01',
  'P2,Per Falk,,Guard,Field / Gate,M1,33-9032.00,2,2020-01-01',
  'P3,Puk Rask,,Guard,Field / Gate,M1,33-9032.00,2,2020-01-01',
  'H1,Hanne Birk,,HR partner,Office,,13-1071.00,3,2020-01-01',
  'O1,Ole Vang,,Clerk,Office,H1,,,2020-01-01',
  '',
].join('\n');

export const FIELDS: CycleFields = {
  ...{ name: 'Autumn 2026', opensOn: '2026-11-20', closesOn: '2026-12-04' },
  purpose: 'To plan the training of next year.',
  instruments: ['durable', 'ai_use'],
  raterKinds: ['self', 'manager', 'peer'],
  ...{ selfManager: 'blind', peerChoice: 'person', peersAnonymous: true },
  peopleFilter: EVERYBODY_PRESENT,
  remindDays: [7, 1],
};

export type CycleScene = Awaited<ReturnType<typeof cycleScene>>;

/** A gate with a manager and three guards under a director, and an office with an HR partner and a clerk. */
export async function cycleScene(db: TestDatabase) {
  const { organizationId, slug } = await db.newOrganization();
  let day = TODAY;
  const { logger } = keepLogLines('worker');
  const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    db.tenant(organizationId, work, new Date(`${day}T12:00:00Z`));
  const given = { today: TODAY, importedBy: 'test' };
  const importPeople = (text: string) =>
    inTenant((ctx) => importEmployees(ctx, { file: 'people.csv', text, ...given }));
  await importPeople(PEOPLE);
  const ids = await inTenant((ctx) =>
    listIdsByExternalId(ctx, new Set(['D1', 'M1', 'P1', 'P2', 'P3', 'H1', 'O1'])),
  );
  const teams = new Map(
    (await inTenant((ctx) => getTeamTree(ctx, TODAY))).map((one) => [one.path, one.teamId]),
  );
  const idOf = (externalId: string) => ids.get(externalId) ?? '';
  const teamOf = (path: string) => teams.get(path) ?? '';
  const viewer = (role: Role, person: string | null, ...scope: string[]): Viewer => ({
    ...{ kind: 'user', id: randomUUID(), name: role, role },
    teamScope: scope.map(teamOf),
    employeeId: person === null ? null : idOf(person),
    organization: { id: organizationId, slug, name: slug },
  });
  /** Gives people a sign-in. */
  const signUp = async (...people: string[]) => {
    for (const externalId of people) {
      const email = `${externalId.toLowerCase()}-${slug}@example.org`;
      const member = { organizationId, email, name: externalId, role: 'employee', teamScope: [] } as const;
      const userId = await addMember(db.database, { ...member, passwordHash: 'none' });
      await inTenant((ctx) => linkSignIn(ctx, { externalId, userId }));
    }
  };
  const actor = { kind: 'job', id: 'test' } as const;
  const letters = () =>
    queueDueLetters({
      inTenant,
      inMembers: (work) => withMembers(db.database, { organizationId, actor }, work),
      logger,
    });
  const runOpening = (operationId: string) =>
    openCycle({
      ...{ payload: { operationId }, mayStill: async () => true, inTenant, logger },
    } as unknown as Parameters<typeof openCycle>[0]);
  const hr = viewer('hr_partner', 'H1');
  const begin = (fields: Partial<CycleFields> = {}, as: Viewer = hr) =>
    inTenant((ctx) => addCycleDraft(ctx, as, { ...FIELDS, ...fields }));
  /** Makes a draft and opens it; returns its id. */
  const open = async (fields: Partial<CycleFields> = {}, as: Viewer = hr) => {
    const cycleId = await begin(fields, as);
    const { id } = await inTenant((ctx) => startOpening(ctx, as, { cycleId, revision: 1 }));
    await runOpening(id);
    return cycleId;
  };
  return {
    ...{ organizationId, inTenant, importPeople, idOf, teamOf, viewer, signUp, letters, runOpening },
    ...{ begin, open, hr },
    setDay: (next: string) => {
      day = next;
    },
  };
}
