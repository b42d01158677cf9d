import { describe, expect, it } from 'vitest';
import { prepareCuts } from '#test/factories/seed-organization';
import { openTestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { ReleaseScene } from './release-scene';
import { type Attacker, surfacesOf } from './released-surfaces';

const db = await openTestDatabase();
const TEAMS = ['North', 'South', 'West'];
type Rating = readonly [name: string, dimension: string, level: number];

/**
 * Three teams of twelve with ratings in two dimensions and a requirement on each, released once, and an executive who is
 * one of them or nobody.
 */
async function open(record: string | null = null) {
  const levels = Array.from({ length: 12 }, (_, at) => [3, 1, 2, 0][at % 4] ?? 0);
  const scene = await ReleaseScene.open(db, Object.fromEntries(TEAMS.map((team) => [team, levels])));
  await scene.inTenant(async (ctx) => {
    const teamIds = (await getTeamTree(ctx, '2026-11-21')).map(({ teamId }) => teamId);
    const facts = { name: 'Lead', dimension: 'leadership', level: 3, minimum: 2, reason: 'cover' } as const;
    await addRequirement(ctx, {
      from: '2026-11-21',
      facts: { ...facts, groups: { kind: 'teams', teamIds } },
    });
  });
  const id = await scene.member('e', 'executive');
  const organization = { id: scene.organizationId, slug: 'x', name: 'x' };
  const ids = record ? await scene.inTenant((ctx) => listIdsByExternalId(ctx, [record])) : null;
  const employeeId = ids?.get(record ?? '') ?? null;
  if (record) await scene.inTenant((ctx) => linkSignIn(ctx, { externalId: record, userId: id }));
  const viewer = { kind: 'user', id, name: 'x', role: 'executive', teamScope: [], employeeId } as const;
  const attacker: Attacker = { viewer: { ...viewer, organization }, reach: 'released' };
  /** Ratings of a day in December, then a release of it, then all that the attacker is told. */
  const release = async (day: number, ratings: readonly Rating[]) => {
    const now = new Date(`2026-12-${day}T12:00:00Z`);
    const today = now.toISOString().slice(0, 10);
    const lines = ratings.map(([name, dimension, level]) => `${name},manager,${today},${dimension},${level}`);
    const text = ['employee_external_id,rater,assessed_on,dimension,level', ...lines, ''].join('\n');
    const given = { file: 'a.csv', today, importedBy: 'test', text };
    const { organizationId } = scene;
    if (ratings.length > 0) await db.tenant(organizationId, (ctx) => importAssessments(ctx, given), now);
    while ((await db.tenant(organizationId, refreshCapability, now)).remaining > 0);
    const made = await db.tenant(organizationId, (ctx) => makeRelease(ctx, 'cycle_closed'), now);
    await prepareCuts(db, organizationId, now);
    return { made, told: await db.tenant(organizationId, (ctx) => surfacesOf(ctx, attacker), now) };
  };
  return { release };
}

const each = (dimension: string, level: (at: number) => number, count = 12): Rating[] =>
  TEAMS.flatMap((team) =>
    Array.from({ length: count }, (_, at): Rating => [`${team}${at}`, dimension, level(at)]),
  );

describe('all that a reader of released figures may ask', () => {
  it.each([
    ['nobody of them', null],
    ['one of them', 'South1'],
  ])(
    'as %s: holds a figure of every kind, and stays the same while fewer than k others change',
    async (_, record) => {
      const scene = await open(record);
      const first = await scene.release(10, [
        ...each('ai_use', (at) => at % 4),
        ...each('leadership', (at) => (at + 1) % 4),
      ]);
      const { told } = first;
      expect(told['overview']).toMatch(/"key":"coverage","value":"[a-z]/);
      expect(told['overview']).toMatch(/"key":"velocity","value":"about/);
      expect(told['overview']).toMatch(/"key":"trust","value":"[^"]/);
      expect(told['why of velocity']).toContain('People with a pair');
      expect(told['AI-readiness']).toContain('"readiness":{"step"');
      const few: Rating[] = [
        ['North0', 'leadership', 4],
        ['North1', 'ai_use', 4],
        ['South0', 'leadership', 4],
        ['West0', 'ai_use', 0],
      ];
      const own: Rating[] = record ? [[record, 'leadership', 0]] : [];
      const second = await scene.release(12, [...few, ...own]);
      expect(second.made).not.toBeNull();
      expect(second.told).toEqual(told);
    },
  );

  it('moves once k people changed', async () => {
    const scene = await open();
    const { told } = await scene.release(
      10,
      each('leadership', (at) => (at + 1) % 4),
    );
    const second = await scene.release(
      12,
      each('leadership', () => 4, 10),
    );
    expect(second.told['overview']).not.toEqual(told['overview']);
    expect(second.told['heatmap of top']).not.toEqual(told['heatmap of top']);
  });
});
