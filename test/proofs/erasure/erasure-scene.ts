import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { withMembers, withTenant } from '#db/tenancy';
import { computeFigures, prepareCuts } from '#test/factories/seed-organization';
import type { TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { addMember } from '~/modules/organizations/commands/add-member';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { dayInZone } from '~/shared/calendar-day';

/** A person of the scene; each text is nowhere but where this person is meant. */
export interface ScenePerson {
  readonly employeeId: string;
  readonly userId: string;
  /** Name, addresses, key, the words of evidence. */
  readonly texts: readonly string[];
}

export interface ErasureScene {
  readonly organizationId: string;
  readonly people: readonly ScenePerson[];
  /** Who stays, and reads released figures beside live ones. */
  readonly directorId: string;
}

const TEAMS = ['North', 'North / Dock', 'South', 'South / Gate'];
const DIMENSIONS = ['leadership', 'communication', 'ai_use'];

/**
 * An organization with so many people in four teams, each with a sign-in that did things, ratings by themselves, by a
 * manager and by a peer with evidence, a release, cuts for a director, values in the audit log, tasks and a file.
 */
export async function openErasureScene(db: TestDatabase, count: number): Promise<ErasureScene> {
  const { organizationId } = await db.newOrganization();
  const canaries = Array.from({ length: count }, () => `zq${randomUUID().replaceAll('-', '').slice(0, 14)}`);
  await loadFiles(db, organizationId, canaries);
  await computeFigures(db, organizationId);
  const ids = await db.tenant(organizationId, ({ tx }) =>
    tx.selectFrom('employees').select(['employeeId', 'externalId']).execute(),
  );
  const idOf = new Map(ids.map((row) => [row.externalId, row.employeeId]));
  const directorId = await addDirector(db, organizationId);
  const people: ScenePerson[] = [];
  for (const canary of canaries) {
    const employeeId = idOf.get(`x-${canary}`) ?? '';
    people.push(await addTraces(db, { organizationId, canary, employeeId }));
  }
  await prepareCuts(db, organizationId);
  return { organizationId, people, directorId };
}

async function loadFiles(
  db: TestDatabase,
  organizationId: string,
  canaries: readonly string[],
): Promise<void> {
  const today = dayInZone(new Date(), 'Europe/Amsterdam');
  const given = { today, importedBy: 'test' };
  const of = (index: number) => `x-${canaries[(index + canaries.length) % canaries.length]}`;
  const people = canaries.map((canary, index) => {
    const manager = index % TEAMS.length === 0 ? '' : of(index - (index % TEAMS.length));
    return `x-${canary},Nora ${canary} Vos,${canary}@example.org,Guard,${index === 0 ? 'Alone' : TEAMS[index % TEAMS.length]},${manager},33-9032.00,2,2020-01-01,active`;
  });
  const columns =
    'external_id,name,email,title,team,manager_external_id,occupation,role_band,started_on,status';
  await db.tenant(organizationId, (ctx) =>
    importEmployees(ctx, { ...given, file: 'e.csv', text: [columns, ...people, ''].join('\n') }),
  );
  const ratings = canaries.flatMap((canary, index) =>
    DIMENSIONS.flatMap((dimension, place) => {
      const level = (index + place) % 5;
      const to = (rater: string, by: string, day: string, evidence = '') =>
        `x-${canary},${rater},${by},${day},33-9032.00,${dimension},${level},${evidence}`;
      return [
        to('self', `x-${canary}`, '2026-09-01'),
        to('manager', of(index + 1), '2026-10-01', `did well ${canary}`),
        to('peer', of(index + 2), '2026-10-02'),
        to('peer', of(index + 3), '2026-10-02'),
      ];
    }),
  );
  const header =
    'employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence';
  await db.tenant(organizationId, (ctx) =>
    importAssessments(ctx, { ...given, file: 'a.csv', text: [header, ...ratings, ''].join('\n') }),
  );
}

async function addDirector(db: TestDatabase, organizationId: string): Promise<string> {
  const today = dayInZone(new Date(), 'Europe/Amsterdam');
  const tree = await db.tenant(organizationId, (ctx) => getTeamTree(ctx, today));
  const north = tree.find((team) => team.path === 'North')?.teamId ?? '';
  const member = { organizationId, passwordHash: 'none' };
  await addMember(db.database, {
    ...member,
    email: `owner-${organizationId}@example.org`,
    name: 'O',
    role: 'owner',
    teamScope: [],
  });
  return addMember(db.database, {
    ...member,
    email: `director-${organizationId}@example.org`,
    name: 'D',
    role: 'director',
    teamScope: [north],
  });
}

interface Traced {
  readonly organizationId: string;
  readonly canary: string;
  readonly employeeId: string;
}

/** What a person who signs in leaves here. */
async function addTraces(
  db: TestDatabase,
  { organizationId, canary, employeeId }: Traced,
): Promise<ScenePerson> {
  const name = `Nora ${canary} Account`;
  const email = `account-${canary}@example.org`;
  const userId = await addMember(db.database, {
    ...{ organizationId, email, name, passwordHash: 'none' },
    role: 'executive',
    teamScope: [],
  });
  const actor = { kind: 'user', id: userId } as const;
  await db.tenant(organizationId, async (ctx) => {
    await linkSignIn(ctx, { externalId: `x-${canary}`, userId });
    const naming = await startOperation(ctx, { kind: 'import-source', input: { file: `${canary}.csv` } });
    await finishOperation(ctx, naming.id, { rejected: [`x-${canary}`], employee: employeeId });
    recordAudit(ctx, {
      action: 'organization.create',
      subject: { kind: 'organization', id: organizationId },
      details: {},
      personal: [
        { name: 'email.before', person: employeeId, value: `${canary}@example.org` },
        { name: 'name.before', person: userId, value: name },
      ],
    });
  });
  await withTenant(db.database, { organizationId, actor }, async (ctx) => {
    await startOperation(ctx, { kind: 'match-titles', input: { titles: ['Guard'] } });
    await ctx.tx
      .insertInto('ownStandardLinks')
      .values({
        soc: '33-9032.00',
        urn: `U${userId.slice(0, 8)}`,
        version: '1',
        linkedByUser: userId,
        linkedBy: name,
        linkedAt: ctx.now,
      })
      .execute();
    await ctx.tx
      .insertInto('confirmedSplits')
      .values({ statementId: `s-${randomUUID()}`, label: 'label', confirmedBy: userId, confirmedAt: ctx.now })
      .execute();
    // Everybody keeps views under the same names.
    await ctx.tx
      .insertInto('savedViews')
      .values(
        [false, true].map((shared) => ({
          ...{ viewId: randomUUID(), name: shared ? 'Ours' : 'Mine', search: '', shared },
          ...{ savedBy: userId, savedAt: ctx.now },
        })),
      )
      .execute();
    const uploadId = randomUUID();
    const upload = { uploadId, name: `${canary}.csv`, sizeBytes: 10, checksum: 'none' };
    await ctx.tx
      .insertInto('uploads')
      .values({ ...upload, uploadedByKind: 'user', uploadedBy: userId, expiresAt: new Date('2100-01-01') })
      .execute();
    const bytes = Buffer.from(`x-${canary}`);
    await ctx.tx.insertInto('uploadChunks').values({ uploadId, position: 0, bytes }).execute();
    await ctx.tx
      .updateTable('assessments')
      .set({ importedBy: userId })
      .where('employeeId', '<>', employeeId)
      .where(sql<boolean>`imported_by = 'test'`)
      .execute();
    await ctx.tx.insertInto('dirtyPeople').values({ employeeId }).execute();
  });
  await withMembers(db.database, { organizationId, actor }, async ({ tx }) => {
    await tx
      .insertInto('invitations')
      .values({
        invitationId: randomUUID(),
        organizationId,
        email: `${canary}@example.org`,
        role: 'employee',
        expiresAt: new Date('2100-01-01'),
      })
      .execute();
    await tx
      .insertInto('passwordResets')
      .values({ resetId: randomUUID(), email, expiresAt: new Date('2100-01-01') })
      .execute();
    await tx
      .insertInto('mailQueue')
      .values([
        { mailId: randomUUID(), kind: 'member-changed', organizationId, subjectId: userId },
        // A letter to somebody else, which leads to the person.
        {
          ...{ mailId: randomUUID(), kind: 'sign-in-linked', organizationId },
          ...{ subjectId: randomUUID(), aboutId: employeeId },
        },
      ])
      .execute();
    const limits = { expiresAt: new Date('2100-01-01'), absoluteExpiresAt: new Date('2100-01-01') };
    await tx
      .insertInto('sessions')
      .values({ sessionHash: `h-${canary}`, userId, ...limits })
      .execute();
  });
  return { employeeId, userId, texts: [canary, userId] };
}
