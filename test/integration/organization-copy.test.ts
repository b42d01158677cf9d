import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TENANT_TABLES } from '#db/table-scope';
import { withTenant } from '#db/tenancy';
import { type SeededOrganization, seedOrganization } from '#test/factories/seed-organization';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { exportOrganization } from '~/modules/organizations/queries/export-organization';
import { exportPartOf } from '~/modules/organizations/queries/export-part-of';

let db: TestDatabase;
let admin: postgres.Sql;
let kept: SeededOrganization;

beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  kept = await seedOrganization(db, { letter: 'k', passwordHash: 'none' });
});
afterAll(() => admin.end());

describe('a copy of an organization', () => {
  const lines = async (role: 'owner' | 'hr_partner') => {
    const { organizationId, slug, name } = kept;
    const organization = { id: organizationId, slug, name };
    const actor = { kind: 'operator', id: 'test' } as const;
    const copy = { organization, at: new Date(0), tables: exportPartOf(role).tables, members: [] };
    const pieces = exportOrganization(
      (work) => withTenant(db.database, { organizationId, actor, readOnly: true }, work),
      copy,
    );
    let text = '';
    for await (const piece of pieces) text += piece;
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  it('holds every row of the tables that the role reads, and counts them', async () => {
    const [owner, hrPartner] = [await lines('owner'), await lines('hr_partner')];
    const tables = (copy: { table?: string }[]) => new Set(copy.flatMap(({ table }) => table ?? []));
    for (const table of [
      'ratings',
      'assessments',
      'evidence',
      'profiles',
      'heatmap_cells',
      'release_people',
    ]) {
      expect([table, tables(owner).has(table)]).toEqual([table, false]);
      if (table !== 'evidence') expect([table, tables(hrPartner).has(table)]).toEqual([table, true]);
    }
    expect(tables(hrPartner).has('audit_entries')).toBe(false);
    for (const copy of [owner, hrPartner]) {
      const { end } = copy.at(-1);
      for (const [table, count] of Object.entries(end)) {
        expect([table, copy.filter((row) => row.table === table).length]).toEqual([table, count]);
        if (table === 'members') continue;
        const [stored] = await admin`
          select count(*)::int as n from ${admin(table)} where organization_id = ${kept.organizationId}`;
        expect([table, count]).toEqual([table, stored?.['n']]);
      }
    }
    const union = new Set([...exportPartOf('owner').tables, ...exportPartOf('hr_partner').tables]);
    expect(TENANT_TABLES.filter((table) => !union.has(table))).toEqual([
      ...['import_lines', 'saved_views', 'idempotency_keys', 'uploads', 'upload_chunks'],
    ]);
  });

  it('reads a table page by page, each row once, whatever its key', async () => {
    const { organizationId } = await db.newOrganization();
    const rows = Array.from({ length: 2_300 }, (_, index) => ({
      siteId: randomUUID(),
      name: `site ${index}`,
    }));
    await db.tenant(organizationId, ({ tx }) => tx.insertInto('sites').values(rows).execute());
    const copy = {
      organization: { id: organizationId, slug: 'x', name: 'x' },
      ...{ at: new Date(0), tables: ['sites', 'organizations'], members: [] },
    };
    const pieces: string[] = [];
    for await (const piece of exportOrganization((work) => db.tenant(organizationId, work), copy))
      pieces.push(piece);
    const names = pieces.join('').match(/"name":"site \d+"/g) ?? [];
    expect(new Set(names).size).toBe(2_300);
    expect(names.length).toBe(2_300);
  });
});
