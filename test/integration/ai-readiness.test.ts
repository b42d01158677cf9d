import { beforeAll, describe, expect, it } from 'vitest';
import { bytesInput, fixtureInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import type { LiveReadinessRow } from '~/modules/capability/domain/ai-readiness/readiness-view';
import { attainmentTwelfths } from '~/modules/capability/domain/attainment';
import type { AiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import {
  EVERYBODY,
  getReadinessDetail,
} from '~/modules/capability/queries/ai-readiness/get-readiness-detail';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import type { Level } from '~/modules/frameworks/domain/level';
import { GUARDS, MANAGERS, OTHERS, ReadinessScene, type ScenePerson } from './readiness-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await takeSource(db, fixtureInput('job-exposure.csv'), { release: 'labor_market_impacts' });
});

const TEAMS = ['North / Gate', 'North / Dock', 'South'];
const SITES = ['Harbour', 'Airport'];
const SOCS = [GUARDS, GUARDS, MANAGERS, OTHERS, ''];

/** People of every mix of team, site, occupation and band, and their levels; every seventh is not assessed. */
function mixed(count: number) {
  const people = Array.from({ length: count }, (_, index): ScenePerson => {
    const team = TEAMS[index % 3] ?? '';
    const site = SITES[index % 2] ?? '';
    return { name: `P${index}`, team, site, soc: SOCS[(index * 7) % 5] ?? '', band: 1 + ((index * 3) % 4) };
  });
  const levels = people.map(({ name }, index) => [name, (index * 5 + (index >> 2)) % 5] as const);
  return { people, levels: levels.filter((_, index) => index % 7 !== 0 && SOCS[(index * 7) % 5] !== '') };
}

const rowOf = (view: AiReadiness, id: string | null): LiveReadinessRow | undefined =>
  view.live?.rows.find((row) => row.id === id);

describe('AI-readiness of those who see everybody', () => {
  const { people, levels } = mixed(60);
  let scene: ReadinessScene;
  beforeAll(async () => {
    scene = await ReadinessScene.open(db);
    await scene.people(people);
    await scene.rate(levels);
    await scene.refresh();
  });

  /** The row by the book, person by person, from what was imported. */
  function wanted(isIn: (person: ScenePerson) => boolean) {
    const own = people.filter(isIn);
    const levelOf = new Map(levels);
    const pairs = own.flatMap(({ name, soc, band }) => {
      const level = levelOf.get(name);
      return level === undefined || soc === '' ? [] : [{ level: level as Level, target: band as Level }];
    });
    const attained = pairs.reduce((sum, one) => sum + attainmentTwelfths(one.level, one.target), 0);
    return {
      people: own.length,
      assessed: own.filter(({ name }) => levelOf.has(name)).length,
      pairs: pairs.length,
      atTarget: pairs.filter(({ level, target }) => level >= target).length,
      attained,
    };
  }

  it('counts rows of occupations, teams and sites as a count of the file does', async () => {
    const hr = await scene.viewer('hr_partner');
    const occupations = await scene.read(hr);
    for (const soc of new Set(SOCS))
      expect(rowOf(occupations, soc || null)?.sums).toMatchObject(wanted((person) => person.soc === soc));
    expect(occupations.live?.total.sums).toMatchObject(wanted(() => true));
    const teams = await scene.read(hr, { rows: 'team' });
    expect(rowOf(teams, await scene.teamId('North'))?.sums).toMatchObject(
      wanted(({ team }) => team.startsWith('North')),
    );
    const sites = await scene.read(hr, { rows: 'site' });
    expect(sites.live?.rows.map(({ name }) => name).sort()).toEqual(['Airport', 'Harbour']);
  });

  it('filters by team and site at once, and has no row of a team elsewhere', async () => {
    const hr = await scene.viewer('hr_partner');
    const teamId = await scene.teamId('North');
    const site = (await scene.read(hr)).sites.find(({ name }) => name === 'Harbour');
    const both = await scene.read(hr, { teamId, siteId: site?.id ?? null, rows: 'team' });
    expect(both.live?.total.sums).toMatchObject(
      wanted((one) => one.team.startsWith('North') && one.site === 'Harbour'),
    );
    expect(both.live?.rows.map(({ name }) => name).sort()).toEqual(['Dock', 'Gate']);
  });

  it('tells a parent’s exposure, none observed and no data apart', async () => {
    const view = await scene.read(await scene.viewer('hr_partner'));
    expect(view.live?.exposureRelease).toBe('labor_market_impacts');
    expect(rowOf(view, MANAGERS)?.exposure).toEqual({
      exposure: 0.1345,
      inheritedFrom: '11-3013 Facilities Managers',
    });
    expect(rowOf(view, GUARDS)?.exposure).toEqual({ exposure: 0, inheritedFrom: null });
    expect(rowOf(view, OTHERS)?.exposure).toEqual({ exposure: null, inheritedFrom: null });
    expect(view.live?.total.figures.weightedReadiness).toBeNull();
    expect(rowOf(view, MANAGERS)?.figures.weightedReadiness).toBeCloseTo(
      rowOf(view, MANAGERS)?.figures.readiness ?? 0,
      9,
    );
  });

  it('explains each figure from the sums that it is of', async () => {
    const view = await scene.read(await scene.viewer('hr_partner'));
    const detail = await scene.inTenant((ctx) => getReadinessDetail(ctx, view, MANAGERS));
    expect(detail).toMatchObject({ soc: MANAGERS });
    expect(detail?.why.map(({ figure }) => figure)).toEqual([
      ...['readiness', 'weighted', 'at_target', 'unknown', 'exposure'],
    ]);
    expect(detail?.why[0]?.inputs[1]?.value).toBe(String(rowOf(view, MANAGERS)?.sums.pairs));
    const everybody = await scene.inTenant((ctx) => getReadinessDetail(ctx, view, EVERYBODY));
    expect(everybody?.evidence).toBeNull();
    expect(await scene.inTenant((ctx) => getReadinessDetail(ctx, view, '99-9999.00'))).toBeNull();
  });
});

describe('change of AI-readiness', () => {
  const guards = Array.from({ length: 14 }, (_, index): ScenePerson => {
    const soc = index < 7 ? GUARDS : MANAGERS;
    return { name: `G${index}`, team: 'Alpha', site: 'Harbour', soc, band: 2 };
  });

  it('is split into what the index moved and what people moved, from frozen figures', async () => {
    const scene = await ReadinessScene.open(db);
    await scene.people(guards);
    await scene.rate(guards.map(({ name }, index) => [name, 1 + (index % 2)]));
    await scene.monthEnd();
    const hr = await scene.viewer('hr_partner');
    const still = await scene.read(hr);
    expect(still.live).toMatchObject({ since: '2026-10-31', total: { change: { isClear: false } } });
    expect(still.live?.total.change?.plain).toMatchObject({ evidenceMoved: 0, peopleMoved: 0 });
    await scene.rate(guards.map(({ name }) => [name, 2]));
    await scene.refresh();
    const rated = (await scene.read(hr)).live?.total.change;
    expect(rated).toMatchObject({ common: 14, isClear: true, plain: { before: 75, after: 100, levels: 25 } });
    const past = await scene.read(hr, { asOf: '2026-11-01' });
    expect(past).toMatchObject({ asOf: '2026-10-31', isPast: true, days: ['2026-10-31', '2026-10-10'] });
    expect(past.live?.total.figures.readiness).toBe(75);
    expect((await scene.read(hr, { asOf: '2026-09-30' })).live).toBeNull();
  });

  it('follows another release of exposure as evidence, with people as they were', async () => {
    const own = await openTestDatabase();
    await takeSource(own, fixtureInput('job-exposure.csv'), { release: 'first' });
    const scene = await ReadinessScene.open(own);
    await scene.people(guards);
    await scene.rate(guards.map(({ name }, index) => [name, index < 7 ? 2 : 1]));
    await scene.monthEnd();
    const next =
      'occ_code,title,observed_exposure\n11-3013,Facilities Managers,0.2\n33-9032,Security Guards,0.2\n';
    await takeSource(own, bytesInput('job-exposure.csv', next), { release: 'second' });
    const { live } = await scene.read(await scene.viewer('hr_partner'));
    expect(live?.exposureRelease).toBe('second');
    expect(live?.total.change?.plain).toMatchObject({ evidenceMoved: 0, peopleMoved: 0 });
    expect(live?.total.change?.weighted).toMatchObject({
      before: 50,
      after: 75,
      exposure: 25,
      peopleMoved: 0,
    });
  });
});

describe('released AI-readiness', () => {
  const crew = (team: string, soc: string, count: number, from = 0) =>
    Array.from({ length: count }, (_, index): ScenePerson => {
      return { name: `${team}${soc.slice(0, 2)}${from + index}`, team, site: 'Harbour', soc, band: 2 };
    });
  const people = [
    ...crew('Alpha', GUARDS, 12),
    ...crew('Beta', GUARDS, 10),
    ...crew('Alpha', MANAGERS, 8),
    ...crew('Beta', OTHERS, 3),
  ];
  let scene: ReadinessScene;
  beforeAll(async () => {
    scene = await ReadinessScene.open(db);
    await scene.people(people);
    await scene.rate(people.map(({ name }, index) => [name, index % 4]));
    await scene.monthEnd();
  });

  it('is by occupation, coarse, and hides the few with their smallest sibling', async () => {
    const executive = await scene.viewer('executive');
    const view = await scene.read(executive);
    expect(view.live).toBeNull();
    const madeAt = `${scene.day}T12:00:00.000Z`;
    expect(view).toMatchObject({ asOf: '2026-10-31', computedAt: madeAt, pending: false, isComputed: true });
    expect({ teams: view.teams, sites: view.sites }).toEqual({ teams: [], sites: [] });
    const { released } = view;
    expect(released).toMatchObject({ tree: 'occupation', total: { people: 33, suppressed: false } });
    expect(released?.rows.map(({ name, suppressed, people: n }) => [name, suppressed, n])).toEqual([
      ['Occupations 33-9032', false, 22],
      ['Other groups', true, null],
    ]);
    const [guards, hidden] = released?.rows ?? [];
    expect(guards).toMatchObject({ exposure: { exposure: 0 }, readiness: { step: 'tenPoints' } });
    expect(Object.values(hidden ?? {}).filter((value) => typeof value === 'number')).toEqual([0]);
    expect(JSON.stringify(view)).not.toContain('"levels"');
    const detail = await scene.inTenant((ctx) => getReadinessDetail(ctx, view, MANAGERS));
    expect(detail).toBeNull();
  });

  it('brings no row into the heatmap of teams, of whom nothing else is known', async () => {
    const viewer = await scene.viewer('executive');
    const asked = { parentId: null, rows: 'team', limit: 50, after: null } as const;
    const view = await scene.inTenant((ctx) => getHeatmap(ctx, { viewer, reach: 'released', ...asked }));
    expect(view.rows).toEqual([]);
  });

  it('leaves out the director’s own people, who are shown live', async () => {
    const director = await scene.viewer('director', ['Beta']);
    const view = await scene.read(director);
    expect(view.live?.total.sums.people).toBe(13);
    expect(view.released?.total).toMatchObject({ people: 20, restOf: true });
    await expect(scene.read(director, { teamId: await scene.teamId('Alpha') })).rejects.toThrow(
      'no such team',
    );
  });

  it('shows of a past day nobody whom the director does not reach today', async () => {
    const director = await scene.viewer('director', ['Beta']);
    const asked = { asOf: '2026-10-31' };
    expect((await scene.read(director, asked)).live?.total.sums.people).toBe(13);
    const [moved] = people.filter(({ team }) => team === 'Beta');
    await scene.people([{ ...(moved ?? crew('Beta', GUARDS, 1)[0]), team: 'Alpha' } as ScenePerson]);
    await scene.refresh();
    expect((await scene.read(director, asked)).live?.total.sums.people).toBe(12);
    expect((await scene.read(await scene.viewer('hr_partner'), asked)).live?.total.sums.people).toBe(33);
  });
});
