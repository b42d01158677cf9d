import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import type { TenantContext } from '#db/tenancy';
import { growPeople, insertRatings, PEOPLE_OF_A_TEAM } from '#test/bench/submit/grow-raters';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { refreshProfiles } from '~/modules/capability/commands/refresh-profiles';
import { lockRefresh } from '~/modules/capability/data/dirty-lists';
import { listProfiles } from '~/modules/capability/data/profiles';
import { computeProfiles } from '~/modules/capability/queries/compute-profiles';
import { getMethod } from '~/modules/capability/queries/get-method';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';

const PEOPLE = 300;
const RATED_ON = '2026-01-10';

let db: TestDatabase;
let organizationId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ organizationId } = await db.newOrganization());
  await db.tenant(organizationId, async (ctx) => {
    await growPeople(ctx, PEOPLE);
    await insertRatings(ctx, { cycleId: null, people: PEOPLE, today: RATED_ON }, 'submitted');
  });
});

async function refresh(ctx: TenantContext, formulaVersion?: string) {
  await lockRefresh(ctx);
  const method = await getMethod(ctx);
  const { rows } = await sql<{ id: string }>`select employee_id as id from employees`.execute(ctx.tx);
  const ids = rows.map(({ id }) => id);
  const version = formulaVersion === undefined ? method.version : formulaVersion;
  const stamp = { asOf: method.today, computedAt: ctx.now, formulaVersion: version };
  return { ids, method, teams: await refreshProfiles(ctx, ids, { method, stamp }) };
}

describe('more people than are computed at a time', () => {
  it('are each stored as they are computed, with the row that they are counted by', async () => {
    await db.tenant(organizationId, async (ctx) => {
      const { ids, method, teams } = await refresh(ctx);
      expect(new Set(teams).size).toBe(PEOPLE / PEOPLE_OF_A_TEAM);
      const byKey = (rows: readonly { employeeId: string; dimension: string }[]) =>
        new Map(rows.map((row) => [`${row.employeeId} ${row.dimension}`, row]));
      const stored = byKey(await listProfiles(ctx, ids));
      const computed = byKey(await computeProfiles(ctx, ids, { method, asOf: method.today }));
      expect(stored.size).toBe(PEOPLE * DIMENSIONS.length);
      for (const [key, row] of computed) {
        const {
          isDefault,
          hasAcceptedEvidence,
          critical: _,
          ...figures
        } = row as never as Record<string, unknown>;
        expect(stored.get(key)).toMatchObject({ ...figures, defaultTarget: isDefault });
        expect(stored.get(key)).toMatchObject({ acceptedEvidence: hasAcceptedEvidence });
      }
      const { rows } = await sql<{ n: number; numbers: number }>`
        select count(*)::int as n, count(distinct written)::int as numbers from person_figures`.execute(
        ctx.tx,
      );
      expect(rows).toEqual([{ n: PEOPLE, numbers: PEOPLE }]);
    });
  });

  it('are counted by rows with higher numbers after each refresh', async () => {
    const bounds = async (ctx: TenantContext) => {
      await refresh(ctx);
      const { rows } = await sql<{ low: number; high: number }>`
        select min(written) as low, max(written) as high from person_figures`.execute(ctx.tx);
      return rows[0] ?? { low: 0, high: 0 };
    };
    const first = await db.tenant(organizationId, bounds);
    const second = await db.tenant(organizationId, bounds);
    expect(second.low).toBeGreaterThan(first.high);
  });

  it('are counted by rows whose columns of a later release are empty, so that it computes them', async () => {
    const column = (statement: ReturnType<typeof sql>) =>
      withSystem(db.system, ({ tx }) => statement.execute(tx));
    await column(sql`alter table person_figures add column of_later text default 'computed before'`);
    await column(sql`alter table person_figures alter column of_later drop default`);
    const count = await db.tenant(organizationId, async (ctx) => {
      await refresh(ctx);
      const { rows } = await sql<{ n: number }>`
        select count(of_later)::int as n from person_figures`.execute(ctx.tx);
      return rows[0]?.n;
    });
    expect(count).toBe(0);
    await column(sql`alter table person_figures drop column of_later`);
  });

  it('leave nothing behind when one group cannot be stored, and no statement that nobody waits for', async () => {
    const count = async () => {
      const stored = sql<{
        n: number;
      }>`select count(*)::int as n from person_figures where levels[1] is not null`;
      return (await db.tenant(organizationId, (ctx) => stored.execute(ctx.tx))).rows;
    };
    const before = await count();
    // Statements of the groups behind the one that fails are refused too: one that nobody waits for fails the run.
    const refused = db.tenant(organizationId, (ctx) => refresh(ctx, null as never));
    await expect(refused).rejects.toThrow(/formula_version/);
    expect(await count()).toEqual(before);
  });
});
