import { randomBytes } from 'node:crypto';
import { withAuth } from '#db/tenancy';
import { assessmentsCsv, employeesCsv, targetsCsv } from '#seeds/demo/csv';
import type { TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { prepareReleaseCuts } from '~/modules/capability/commands/prepare-release-cuts';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { rememberFacts } from '~/modules/capability/commands/release-history';
import { addMember } from '~/modules/organizations/commands/add-member';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import { listReleaseReaders } from '~/modules/organizations/queries/list-release-readers';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importTargets } from '~/modules/people/commands/import-targets';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { dayInZone } from '~/shared/calendar-day';
import {
  externalIdOf,
  type MemberKey,
  type OrganizationPlan,
  type Place,
  planOrganization,
} from './canary-organization';
import { type SeededRecords, seedRecords } from './seed-records';

const TIME_ZONE = 'Europe/Amsterdam';

export interface SeededOrganization extends SeededRecords {
  readonly organizationId: string;
  readonly slug: string;
  readonly name: string;
  readonly canary: string;
  readonly today: string;
  readonly teams: Readonly<Record<Place, string>>;
  readonly members: Readonly<Record<MemberKey, { readonly email: string; readonly userId: string }>>;
  /** A long task that the operator asked for and that is done. */
  readonly operationId: string;
  /** Id and external id of a person by number, from 1. */
  person(number: number): { readonly employeeId: string; readonly externalId: string };
}

/** Where an organization is put: the database of a test, or that of a running Cadre. */
export type SeedTarget = Pick<TestDatabase, 'database' | 'tenant'>;

interface Options {
  /** Begins the canary, so that a hit tells whose it is. */
  readonly letter: string;
  /** As the password keeper gives it; every member gets the same. */
  readonly passwordHash: string;
}

/** A whole organization through the commands of the product, with its figures computed and released once. */
export async function seedOrganization(db: SeedTarget, options: Options): Promise<SeededOrganization> {
  const canary = `canary${options.letter}${randomBytes(5).toString('hex')}`;
  const today = dayInZone(new Date(), TIME_ZONE);
  const plan = planOrganization(canary, today);
  const { slug, name } = plan;
  const organizationId = await createOrganization(db.database, { slug, name, timeZone: TIME_ZONE });
  await loadFiles(db, organizationId, { plan, today });
  const tree = await db.tenant(organizationId, (ctx) => getTeamTree(ctx, today));
  const teamAt = (place: Place) => tree.find((team) => team.path === plan.paths[place])?.teamId ?? '';
  const places = Object.keys(plan.paths) as Place[];
  const teams = Object.fromEntries(places.map((place) => [place, teamAt(place)])) as Record<Place, string>;
  const numbers = plan.employees.map((_, index) => externalIdOf(canary, index + 1));
  const ids = await db.tenant(organizationId, (ctx) => listIdsByExternalId(ctx, numbers));
  const person = (number: number) => {
    const externalId = externalIdOf(canary, number);
    return { externalId, employeeId: ids.get(externalId) ?? '' };
  };
  const place = { organizationId, canary, today, teams, person };
  const records = await seedRecords(db, place);
  await computeFigures(db, organizationId);
  const members = await addMembers(db, organizationId, { plan, teams, passwordHash: options.passwordHash });
  await prepareCuts(db, organizationId);
  const operationId = await addOperation(db, place);
  return { ...place, ...records, slug, name, members, operationId };
}

/** Empties the dirty lists and makes the first release, as the worker would. */
export async function computeFigures(db: SeedTarget, organizationId: string): Promise<void> {
  for (let remaining = 1; remaining > 0; ) {
    remaining = (await db.tenant(organizationId, refreshCapability)).remaining;
  }
  await db.tenant(organizationId, (ctx) => makeRelease(ctx, 'first'));
}

/** Gives every viewer of released figures the cuts that are theirs, as the worker would. */
export async function prepareCuts(db: SeedTarget, organizationId: string, now?: Date): Promise<void> {
  const factsOf = rememberFacts();
  for (const reader of await withAuth(db.database, (ctx) => listReleaseReaders(ctx, organizationId))) {
    for (let remaining = 1; remaining > 0; )
      ({ remaining } = await db.tenant(
        organizationId,
        (ctx) => prepareReleaseCuts(ctx, reader, factsOf),
        now,
      ));
  }
}

async function addOperation(
  db: SeedTarget,
  { organizationId, canary }: Pick<SeededOrganization, 'organizationId' | 'canary'>,
): Promise<string> {
  return db.tenant(organizationId, async (ctx) => {
    const { id } = await startOperation(ctx, { kind: 'import-source', input: { canary } });
    await finishOperation(ctx, id, { summary: [canary] });
    return id;
  });
}

async function loadFiles(
  db: SeedTarget,
  organizationId: string,
  { plan, today }: { plan: OrganizationPlan; today: string },
): Promise<void> {
  const given = { today, importedBy: `Operator ${plan.canary}` };
  await db.tenant(organizationId, async (ctx) => {
    await importEmployees(ctx, { ...given, file: 'employees.csv', text: employeesCsv(plan.employees) });
    await importTargets(ctx, { ...given, file: 'targets.csv', text: targetsCsv(plan.targets) });
    await importAssessments(ctx, { ...given, file: 'ratings.csv', text: assessmentsCsv(plan.assessments) });
  });
}

async function addMembers(
  db: SeedTarget,
  organizationId: string,
  {
    plan,
    teams,
    passwordHash,
  }: { plan: OrganizationPlan; teams: Record<Place, string>; passwordHash: string },
): Promise<SeededOrganization['members']> {
  const members: Partial<Record<MemberKey, { email: string; userId: string }>> = {};
  for (const { key, role, email, name, person, place } of plan.members) {
    const teamScope = place ? [teams[place]] : [];
    const member = { organizationId, email, name, passwordHash, role, teamScope };
    const userId = await addMember(db.database, member);
    members[key] = { email, userId };
    if (person === undefined) continue;
    const externalId = externalIdOf(plan.canary, person);
    await db.tenant(organizationId, (ctx) => linkSignIn(ctx, { externalId, userId }));
  }
  return members as SeededOrganization['members'];
}
