import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { addRequirement, changeRequirement } from '~/modules/capability/commands/change-requirement';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import type { RequirementFacts } from '~/modules/capability/domain/requirements/requirement';
import { getRequirement } from '~/modules/capability/queries/get-requirement';
import { listRequirementPage } from '~/modules/capability/queries/list-requirement-page';
import { listRequirements } from '~/modules/capability/queries/list-requirements';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { changeTargets } from '~/modules/people/commands/change-targets';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importTargets } from '~/modules/people/commands/import-targets';
import { patchTargets } from '~/modules/people/commands/patch-targets';
import { targetRevision } from '~/modules/people/domain/plan-targets';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listTargetPeriods } from '~/modules/people/queries/list-target-periods';

const NOW = new Date('2026-11-21T12:00:00Z');
const TODAY = '2026-11-21';
const GUARD = { soc: '33-9032.00', roleBand: 2 } as const;
const PEOPLE = `external_id,name,email,title,team,occupation,role_band
g1,Ana Ruiz,,Guard,Ops / Night,33-9032.00,2
g2,Ben Cole,,Guard,Ops / Night,33-9032.00,2
g3,Cy Dunn,,Guard,Ops / Day,33-9032.00,3
d1,Dee Ford,,Dispatcher,Ops / Day,43-5031.00,2
n1,Eve Gray,,Clerk,Office,,
`;
const RATINGS = `employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence
g1,calibrated,,2026-11-01,33-9032.00,leadership,3,
g2,calibrated,,2026-11-01,33-9032.00,leadership,1,
g3,self,,2026-11-01,33-9032.00,leadership,4,
`;

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

type Inside = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

async function organization(): Promise<Inside> {
  const { organizationId } = await db.newOrganization();
  const inside: Inside = (work) => db.tenant(organizationId, work, NOW);
  const given = { today: TODAY, importedBy: 'test' };
  await inside(async (ctx) => {
    await importEmployees(ctx, { ...given, file: 'people.csv', text: PEOPLE });
    await importAssessments(ctx, { ...given, file: 'ratings.csv', text: RATINGS });
  });
  await inside(drain);
  return inside;
}

async function drain(ctx: TenantContext): Promise<void> {
  for (let remaining = 1; remaining > 0; ) remaining = (await refreshCapability(ctx)).remaining;
}

const figures = async ({ tx }: TenantContext) => ({
  profiles: await tx
    .selectFrom('profiles')
    .select(['employeeId', 'dimension', 'target', 'weight', 'criticalLevel', 'defaultTarget', 'gap'])
    .orderBy('employeeId')
    .orderBy('dimension')
    .execute(),
  cells: await tx
    .selectFrom('heatmapCells')
    .select([
      'groupId',
      'rowKind',
      'dimension',
      'writtenTarget',
      'gapSum',
      'weightedTargetSum',
      'criticalPeople',
    ])
    .orderBy('groupId')
    .orderBy('rowKind')
    .orderBy('dimension')
    .execute(),
});
const waiting = async ({ tx }: TenantContext) => {
  const rows = await tx
    .selectFrom('dirtyPeople')
    .innerJoin('employees', 'employees.employeeId', 'dirtyPeople.employeeId')
    .select('employees.externalId')
    .distinct()
    .orderBy('employees.externalId')
    .execute();
  return rows.map((row) => row.externalId);
};
const written = { level: 4, weight: 2, critical: true } as const;

describe('target profiles', () => {
  it('mark exactly the people whom they touch, and give what a rebuild gives', async () => {
    const inside = await organization();
    const settings = [{ ...GUARD, dimension: 'leadership', facts: written }];
    await inside((ctx) => changeTargets(ctx, { settings, from: TODAY }));
    expect(await inside(waiting)).toEqual(['g1', 'g2']);
    await inside(drain);
    const after = await inside(figures);
    const gaps = after.profiles.filter(({ gap, defaultTarget }) => gap !== null && !defaultTarget);
    expect(gaps.map(({ gap }) => gap).sort()).toEqual([1, 3]);
    await inside(markEverythingChanged);
    await inside(drain);
    expect(await inside(figures)).toEqual(after);
    await inside((ctx) => changeTargets(ctx, { settings, from: TODAY }));
    expect(await inside(waiting)).toEqual([]);
  });

  it('taken away are the default again, with what was planned', async () => {
    const inside = await organization();
    const before = await inside(figures);
    const one = { ...GUARD, dimension: 'leadership' };
    await inside((ctx) => changeTargets(ctx, { settings: [{ ...one, facts: written }], from: TODAY }));
    const planned = { ...one, facts: { ...written, level: 2 as const } };
    await inside((ctx) => changeTargets(ctx, { settings: [planned], from: '2027-03-01' }));
    await inside((ctx) =>
      changeTargets(ctx, { settings: [{ ...one, facts: null }], from: TODAY, dropPlans: true }),
    );
    expect(await inside((ctx) => listTargetPeriods(ctx, [GUARD.soc]))).toEqual([]);
    await inside(drain);
    expect(await inside(figures)).toEqual(before);
  });

  it('refuse a change of what somebody else changed meanwhile', async () => {
    const inside = await organization();
    const revision = targetRevision([]);
    const settings = [{ ...GUARD, dimension: 'leadership', facts: written }];
    await inside((ctx) => changeTargets(ctx, { settings, from: TODAY, revision }));
    const again = inside((ctx) =>
      changeTargets(ctx, {
        settings: [{ ...GUARD, dimension: 'mastery', facts: written }],
        from: TODAY,
        revision,
      }),
    );
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
    expect(await inside((ctx) => listTargetPeriods(ctx, [GUARD.soc]))).toHaveLength(1);
  });

  it('exported and imported again change nothing, planned changes stay', async () => {
    const inside = await organization();
    const head = 'occupation,role_band,dimension,level,weight,critical\n';
    const text = `${head}33-9032.00,2,leadership,3,0,no\n33-9032.00,2,mastery,4,3,yes\n`;
    const input = { file: 't.csv', text, today: TODAY, importedBy: 'test', dimensions: DIMENSIONS };
    expect(await inside((ctx) => importTargets(ctx, input))).toMatchObject({ created: 2, changed: 0 });
    const later = { ...GUARD, dimension: 'mastery', facts: null };
    await inside((ctx) => changeTargets(ctx, { settings: [later], from: '2027-01-01' }));
    const before = await inside((ctx) => listTargetPeriods(ctx, [GUARD.soc]));
    await inside(drain);
    expect(await inside((ctx) => importTargets(ctx, input))).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await inside((ctx) => listTargetPeriods(ctx, [GUARD.soc]))).toEqual(before);
    expect(await inside(waiting)).toEqual([]);
  });

  it('patched keep what is left out, all or none', async () => {
    const inside = await organization();
    const item = { ...GUARD, dimension: 'leadership', level: 3 } as const;
    await inside((ctx) => patchTargets(ctx, [{ ...item, weight: 3, critical: true }], TODAY));
    await inside((ctx) => patchTargets(ctx, [{ ...item, level: 4 }], TODAY));
    expect(await inside((ctx) => listTargetPeriods(ctx, [GUARD.soc]))).toMatchObject([
      { level: 4, weight: 3, critical: true },
    ]);
    const twice = inside((ctx) => patchTargets(ctx, [{ ...item, dimension: 'mastery' }, item, item], TODAY));
    await expect(twice).rejects.toMatchObject({ errors: [{ pointer: '/items/2' }] });
    expect(await inside((ctx) => listTargetPeriods(ctx, [GUARD.soc]))).toHaveLength(1);
  });
});

const viewerOf = (role: Role, teamScope: string[] = []): Viewer => ({
  ...{ kind: 'user', id: '00000000-0000-4000-8000-000000000001', name: 'Viewer', role, teamScope },
  employeeId: null,
  organization: { id: '', slug: '', name: '' },
});
const asked: RequirementFacts = {
  ...{ name: 'Shift lead', dimension: 'leadership', level: 3, minimum: 2, reason: 'Two keys.' },
  groups: { kind: 'below', teamId: null, nameHolds: 'night' },
};

describe('requirements of groups', () => {
  it('are told with states and names as far as the viewer reads people', async () => {
    const inside = await organization();
    const teams = await inside((ctx) => getTeamTree(ctx, TODAY));
    const idOf = (path: string) => teams.find((team) => team.path === path)?.teamId ?? '';
    const id = await inside((ctx) => addRequirement(ctx, { facts: asked, from: TODAY }));
    const day = { ...asked, name: 'Day', groups: { kind: 'teams', teamIds: [idOf('Ops / Day')] } } as const;
    await inside((ctx) => addRequirement(ctx, { facts: day, from: TODAY }));
    const list = (viewer: Viewer) => inside((ctx) => listRequirements(ctx, viewer));
    const states = async (viewer: Viewer) =>
      (await list(viewer)).items.map((item) => [
        item.name,
        ...item.states.map(({ path, holders, state }) => `${path} ${holders} ${state}`),
      ]);
    // Of the day shift one rated only themself and one is not assessed.
    expect(await states(viewerOf('hr_partner'))).toEqual([
      ['Day', 'Ops / Day 0 unknown'],
      ['Shift lead', 'Ops / Night 1 single'],
    ]);
    expect(await states(viewerOf('owner'))).toEqual([['Day'], ['Shift lead']]);
    expect(await states(viewerOf('executive'))).toEqual([]);
    expect(await states(viewerOf('director', [idOf('Ops / Day')]))).toEqual([['Day', 'Ops / Day 0 unknown']]);
    const page = (viewer: Viewer, cursor: string | null = null) =>
      inside((ctx) => listRequirementPage(ctx, { viewer, limit: 1, cursor }));
    const first = await page(viewerOf('owner'));
    const second = await page(viewerOf('owner'), first.next);
    const met = [...first.items, ...second.items].map(({ name }) => name);
    expect(met.toSorted()).toEqual(['Day', 'Shift lead']);
    expect([first.next, second.next]).toEqual([first.items[0]?.requirementId, null]);
    const director = await page(viewerOf('director', [idOf('Ops / Day')]));
    expect([director.items.map(({ name }) => name), director.next]).toEqual([['Day'], null]);
    const of = (viewer: Viewer) =>
      inside((ctx) => getRequirement(ctx, { viewer, requirementId: id, group: idOf('Ops / Night') }));
    expect((await of(viewerOf('hr_partner'))).holders?.people.map(({ name }) => name)).toEqual(['Ana Ruiz']);
    expect((await of(viewerOf('owner'))).holders).toBeNull();
    await expect(of(viewerOf('director', [idOf('Ops / Day')]))).rejects.toMatchObject({ kind: 'not-found' });
    const views = await inside((ctx) =>
      ctx.tx.selectFrom('auditEntries').select('action').where('action', '=', 'ratings.view').execute(),
    );
    expect(views).toHaveLength(1);
  });

  it('change from a day, end, and refuse what is unknown or was changed meanwhile', async () => {
    const inside = await organization();
    const requirementId = await inside((ctx) => addRequirement(ctx, { facts: asked, from: TODAY }));
    const hr = viewerOf('hr_partner');
    const detail = () => inside((ctx) => getRequirement(ctx, { viewer: hr, requirementId, group: null }));
    const { revision } = await detail();
    const later = { facts: { ...asked, minimum: 1 }, from: '2027-01-01', revision };
    await inside((ctx) => changeRequirement(ctx, { requirementId, ...later }));
    expect((await detail()).periods.map(({ minimum, validTo }) => [minimum, validTo])).toEqual([
      [2, '2027-01-01'],
      [1, null],
    ]);
    const again = inside((ctx) => changeRequirement(ctx, { requirementId, ...later }));
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
    // Two who each change one field by themselves keep what the other did, as it holds on the day.
    const part = (facts: Partial<RequirementFacts>) =>
      inside((ctx) => changeRequirement(ctx, { requirementId, facts, from: '2027-01-01' }));
    await Promise.all([part({ name: 'Night lead' }), part({ reason: 'Three keys.' })]);
    expect((await detail()).periods.map(({ name, minimum, reason }) => [name, minimum, reason])).toEqual([
      ['Shift lead', 2, 'Two keys.'],
      ['Night lead', 1, 'Three keys.'],
    ]);
    const nowhere = { kind: 'teams', teamIds: ['00000000-0000-4000-8000-00000000000f'] } as const;
    const unknown = inside((ctx) =>
      addRequirement(ctx, { facts: { ...asked, groups: nowhere }, from: TODAY }),
    );
    await expect(unknown).rejects.toMatchObject({ kind: 'invalid-input' });
    await inside((ctx) => changeRequirement(ctx, { requirementId, facts: null, from: '2026-12-01' }));
    expect((await detail()).periods.map(({ validTo }) => validTo)).toEqual(['2026-12-01']);
    await inside((ctx) => changeRequirement(ctx, { requirementId, facts: null, from: TODAY }));
    await expect(detail()).rejects.toMatchObject({ kind: 'not-found' });
  });
});
