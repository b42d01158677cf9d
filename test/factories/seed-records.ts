import { addCycleDraft } from '~/modules/assessments/commands/change-cycle-draft';
import { openContest } from '~/modules/assessments/commands/open-contest';
import type { CycleFields } from '~/modules/assessments/domain/cycle';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import { receiveUpload } from '~/modules/organizations/commands/receive-upload';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { addPosition } from '~/modules/people/commands/change-position';
import { startImport } from '~/modules/people/commands/imports/start-import';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { listSites } from '~/modules/people/queries/list-sites';
import type { SeededOrganization, SeedTarget } from './seed-organization';

/** Ids of single records that an organization of tests has one of. */
export interface SeededRecords {
  /** A critical post of North that person 3 holds, with a horizon. */
  readonly positionId: string;
  /** Of North. */
  readonly requirementId: string;
  /** Person 3 contests the level in communication. */
  readonly contestId: string;
  /** A draft of the HR partners. */
  readonly cycleId: string;
  readonly siteId: string;
  /** A file of people that was given up before the worker read it: the file is gone. */
  readonly importId: string;
}

type Place = Pick<SeededOrganization, 'organizationId' | 'canary' | 'teams' | 'today' | 'person'>;

/** One position, requirement and contest through the commands of the product; every text holds the canary. */
export async function seedRecords(db: SeedTarget, place: Place): Promise<SeededRecords> {
  const { organizationId, canary, teams, today } = place;
  const { employeeId } = place.person(3);
  const importId = await seedImport(db, place);
  return db.tenant(organizationId, async (ctx) => {
    const positionId = await addPosition(
      ctx,
      {
        title: `Post ${canary}`,
        teamId: teams.north,
        soc: '33-9032.00',
        roleBand: 2,
        siteId: null,
        critical: true,
        incumbentId: employeeId,
        horizon: { horizon: '1_to_3', source: 'told' },
      },
      { today },
    );
    const requirementId = await addRequirement(ctx, {
      facts: {
        name: `Requirement ${canary}`,
        dimension: 'leadership',
        level: 3,
        minimum: 2,
        reason: `Reason ${canary}`,
        groups: { kind: 'teams', teamIds: [teams.north] },
      },
      from: today,
    });
    const contestId = await openContest(
      ctx,
      { kind: 'user', role: 'employee', employeeId },
      {
        employeeId,
        dimension: 'communication',
        assessmentId: null,
        statement: `Statement ${canary}`,
      },
    );
    const cycleId = await addCycleDraft(ctx, RUNNER, cycleOf(canary, today));
    const [site] = await listSites(ctx, today);
    return { positionId, requirementId, contestId, cycleId, siteId: site?.siteId ?? '', importId };
  });
}

const RUNNER: Parameters<typeof addCycleDraft>[1] = {
  ...{ kind: 'user', id: 'seed', role: 'hr_partner', teamScope: [], employeeId: null },
};

const cycleOf = (canary: string, today: string): CycleFields => ({
  ...{ name: `Cycle ${canary}`, opensOn: today, closesOn: today, purpose: `Purpose ${canary}` },
  ...{ instruments: ['durable', 'ai_use'], raterKinds: ['self', 'manager'], selfManager: 'blind' },
  ...{ peerChoice: 'manager', peersAnonymous: true, peopleFilter: EVERYBODY_PRESENT, remindDays: [7] },
});

async function seedImport(db: SeedTarget, { organizationId, canary, person }: Place): Promise<string> {
  const text = `external_id,name,email,title,team\n${person(3).externalId},Name ${canary},,Title,Office ${canary}\n`;
  const data = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  const { uploadId } = await receiveUpload((work) => db.tenant(organizationId, work), {
    name: `${canary}.csv`,
    data,
    maxBytes: text.length * 2,
  });
  const asked = {
    uploadId,
    kind: 'employees',
    step: 'plan',
    everybody: false,
    rejected: 'leave_out',
  } as const;
  return db.tenant(organizationId, async (ctx) => {
    const importId = await startImport(ctx, asked);
    await removeUpload(ctx, uploadId);
    return importId;
  });
}
