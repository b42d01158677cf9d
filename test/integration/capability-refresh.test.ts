import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { changeMethod } from '~/modules/capability/commands/change-method';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { sumPeopleOverviews } from '~/modules/capability/data/person-overview';
import { quarterUpTo } from '~/modules/capability/domain/overview/development-velocity';
import { DIMENSIONS, INSTRUMENTS, type Instrument } from '~/modules/frameworks/domain/dimension';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importTargets } from '~/modules/people/commands/import-targets';
import { addDays } from '~/shared/calendar-day';
import { cellsByTheBook } from './cells-by-the-book';
import { countedBothWays } from './counted-both-ways';
import { storedAndCounted } from './stored-and-counted';

const TODAY = '2026-11-21';
const NOW = new Date('2026-11-21T12:00:00Z');
const TEAMS = ['North', 'North / Dock', 'North / Dock / Night', 'South', 'South / Gate'];
const SOCS = ['33-9032.00', '33-1091.00'];

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

interface Person {
  readonly team: number;
  readonly status: 'active' | 'leave' | 'left';
  readonly available: boolean;
  readonly occupation: string;
  readonly band: number;
  readonly site: string;
  readonly kind: 'employee' | 'agency';
}
interface Rating {
  readonly person: number;
  readonly rater: 'self' | 'manager' | 'calibrated';
  readonly daysAgo: number;
  readonly dimension: (typeof DIMENSIONS)[number];
  readonly level: number | '?';
  readonly soc: string;
}
type Edit =
  /** What the file says holds so many days from now. */
  | { readonly kind: 'people'; readonly people: readonly Person[]; readonly ahead: number }
  | { readonly kind: 'targets'; readonly level: number; readonly ahead: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'method'; readonly instruments: readonly Instrument[]; readonly halfLifeMonths: number }
  | { readonly kind: 'ratings'; readonly ratings: readonly Rating[] };

const PEOPLE = 7;
const person: fc.Arbitrary<Person> = fc.record({
  team: fc.nat(TEAMS.length - 1),
  status: fc.constantFrom('active', 'active', 'active', 'leave', 'left'),
  available: fc.boolean(),
  occupation: fc.constantFrom(
    '',
    SOCS[0] ?? '',
    SOCS[1] ?? '',
    `${SOCS[0]}:60;${SOCS[1]}:40`,
    `${SOCS[0]}:85;${SOCS[1]}:15`,
  ),
  band: fc.integer({ min: 1, max: 4 }),
  site: fc.constantFrom('', 'Harbour', 'Airport'),
  kind: fc.constantFrom('employee', 'agency'),
});
const rating: fc.Arbitrary<Rating> = fc.record({
  person: fc.nat(PEOPLE - 1),
  rater: fc.constantFrom('self', 'manager', 'calibrated'),
  daysAgo: fc.integer({ min: 0, max: 1500 }),
  dimension: fc.constantFrom(...DIMENSIONS),
  level: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant('?' as const)),
  soc: fc.constantFrom(...SOCS),
});
const ahead = fc.constantFrom(0, 0, 4);
const everybody = fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE });
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('people' as const), people: everybody, ahead }),
    fc.record({ kind: fc.constant('targets' as const), level: fc.integer({ min: 1, max: 4 }), ahead }),
    fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 4, 9, 200) }),
    fc.record({
      kind: fc.constant('method' as const),
      instruments: fc.constantFrom(INSTRUMENTS, ['durable'] as const, ['durable', 'mastery'] as const),
      halfLifeMonths: fc.constantFrom(18, 6),
    }),
    fc.record({
      kind: fc.constant('ratings' as const),
      ratings: fc.array(rating, { minLength: 1, maxLength: 40 }),
    }),
  ),
  { minLength: 1, maxLength: 6 },
);

describe('the capability engine', () => {
  it('gives the same bits incrementally, rebuilt and by the pure formulas', async () => {
    await fc.assert(
      fc.asyncProperty(everybody, edits, async (start, sequence) => {
        const { organizationId } = await db.newOrganization();
        let today = TODAY;
        const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) =>
          db.tenant(organizationId, work, noon(today));
        await inTenant((ctx) =>
          importTargets(ctx, { file: 'targets.csv', text: TARGETS, today: '2020-01-01', importedBy: 'test' }),
        );
        for (const edit of [{ kind: 'people', people: start, ahead: 0 } as Edit, ...sequence]) {
          if (edit.kind === 'days') today = addDays(today, edit.days);
          else await inTenant((ctx) => apply(ctx, edit, today));
          await inTenant(drain);
          const { counted, summed } = await inTenant(countedBothWays);
          expect(counted).toEqual(summed);
        }
        const incremental = await inTenant(readCells);
        const compact = await inTenant(readFigures);
        const overview = await inTenant((ctx) => sumPeopleOverviews(ctx, quarterUpTo(today).from));
        await inTenant(markEverythingChanged);
        // In steps of two people, so that teams wait for those who are behind.
        while ((await inTenant((ctx) => refreshCapability(ctx, 2))).remaining > 0);
        const rebuilt = await inTenant(readCells);
        expect(rebuilt).toEqual(incremental);
        expect(await inTenant(readFigures)).toEqual(compact);
        expect(await inTenant((ctx) => sumPeopleOverviews(ctx, quarterUpTo(today).from))).toEqual(overview);
        for (const parent of [null, 'North / Dock']) {
          const [stored, counted] = await inTenant((ctx) => storedAndCounted(ctx, parent));
          expect(counted).toEqual(stored);
        }
        expect(await inTenant((ctx) => cellsByTheBook(ctx, today))).toEqual(incremental);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 240_000);

  it('keeps the dirty list and every figure when a refresh dies before its end', async () => {
    const { organizationId } = await db.newOrganization();
    const people = Array.from(
      { length: PEOPLE },
      (_, i): Person => ({
        team: i % 5,
        status: 'active',
        available: true,
        occupation: SOCS[0] ?? '',
        band: 2,
        site: 'Harbour',
        kind: 'employee',
      }),
    );
    await db.tenant(organizationId, (ctx) => apply(ctx, { kind: 'people', people, ahead: 0 }, TODAY), NOW);
    const dying = db.tenant(
      organizationId,
      async (ctx) => {
        await refreshCapability(ctx);
        throw new Error('killed');
      },
      NOW,
    );
    await expect(dying).rejects.toThrow('killed');
    expect(await db.tenant(organizationId, readCells, NOW)).toEqual([]);
    await db.tenant(organizationId, drain, NOW);
    const cells = await db.tenant(organizationId, readCells, NOW);
    expect(cells.length).toBeGreaterThan(0);
    await db.tenant(organizationId, (ctx) => ctx.tx.deleteFrom('heatmapCells').execute(), NOW);
    await db.tenant(organizationId, markEverythingChanged, NOW);
    const step = () => db.tenant(organizationId, (ctx) => refreshCapability(ctx, 3), NOW);
    // Seven people: three, and as many wait behind them with the teams; three and the teams, once; one.
    expect(await step()).toMatchObject({ people: 3, teams: 0 });
    expect(await db.tenant(organizationId, readCells, NOW)).toEqual([]);
    expect((await step()).teams).toBeGreaterThan(0);
    await db.tenant(organizationId, drain, NOW);
    expect(await db.tenant(organizationId, readCells, NOW)).toEqual(cells);
  });
});

const TARGETS = [
  'occupation,role_band,dimension,level,weight,critical',
  `${SOCS[0]},1,communication,2,2,yes`,
  `${SOCS[0]},1,ai_use,1,1,no`,
  `${SOCS[0]},2,communication,3,3,yes`,
  `${SOCS[0]},2,mastery,3,2,yes`,
  `${SOCS[1]},2,leadership,3,2,yes`,
  '',
].join('\n');

async function drain(ctx: TenantContext): Promise<void> {
  while ((await refreshCapability(ctx)).remaining > 0);
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

async function apply(
  ctx: TenantContext,
  edit: Exclude<Edit, { kind: 'days' }>,
  today: string,
): Promise<void> {
  if (edit.kind === 'method') {
    const { instruments, halfLifeMonths } = edit;
    return changeMethod(ctx, { instruments, constants: { halfLifeMonths } });
  }
  const given = { today: addDays(today, edit.kind === 'ratings' ? 0 : edit.ahead), importedBy: 'test' };
  if (edit.kind === 'targets') {
    const text = `${TARGETS}${SOCS[1]},3,communication,${edit.level},2,yes\n${SOCS[0]},4,leadership,2,1,no\n`;
    await importTargets(ctx, { file: 'targets.csv', text, ...given });
    return;
  }
  if (edit.kind === 'people') {
    const lines = edit.people.map(({ team, status, available, occupation, band, site, kind }, index) =>
      [
        `E${index}`,
        `Person ${index}`,
        `p${index}@example.org`,
        'Guard',
        TEAMS[team],
        occupation,
        occupation ? band : '',
        '2020-01-01',
        status,
        available ? 'yes' : 'no',
        site,
        kind,
      ].join(','),
    );
    const header =
      'external_id,name,email,title,team,occupation,role_band,started_on,status,available,site,kind';
    await importEmployees(ctx, { file: 'employees.csv', text: [header, ...lines, ''].join('\n'), ...given });
    return;
  }
  const keys = new Set<string>();
  const lines = edit.ratings.flatMap(({ person: index, rater, daysAgo, dimension, level, soc }) => {
    const day = addDays(today, -daysAgo);
    const key = `${index} ${rater} ${day} ${soc} ${dimension}`;
    if (day < '2020-01-01' || keys.has(key)) return [];
    keys.add(key);
    const raterId = rater === 'self' ? `E${index}` : rater === 'manager' ? `E${(index + 1) % PEOPLE}` : '';
    return [
      [
        `E${index}`,
        rater,
        raterId,
        day,
        soc,
        dimension,
        level,
        rater === 'manager' && index % 2 ? 'seen' : '',
      ].join(','),
    ];
  });
  const header =
    'employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence';
  if (lines.length > 0)
    await importAssessments(ctx, {
      file: 'assessments.csv',
      text: [header, ...lines, ''].join('\n'),
      ...given,
      frameworkVersionsOf: (soc) => ({ durable: today, mastery: `é of ${soc}` }),
    });
}

/** All stored cells without the moment of computing, in a fixed order. */
async function readCells(ctx: TenantContext) {
  const rows = await ctx.tx.selectFrom('heatmapCells').selectAll().execute();
  return rows
    .map(
      ({
        organizationId: _o,
        computedAt: _c,
        sourceWatermark: _w,
        formulaVersion: _f,
        groupKind: _k,
        asOf: _a,
        ...row
      }) => row,
    )
    .sort((a, b) =>
      `${a.groupId}${a.rowKind}${a.dimension}`.localeCompare(`${b.groupId}${b.rowKind}${b.dimension}`),
    );
}

/** All compact rows without the moment and the number of writing, in a fixed order. */
async function readFigures(ctx: TenantContext) {
  const rows = await ctx.tx.selectFrom('personFigures').selectAll().orderBy('employeeId').execute();
  return rows.map(({ organizationId: _o, computedAt: _c, asOf: _a, written: _w, ...row }) => row);
}
