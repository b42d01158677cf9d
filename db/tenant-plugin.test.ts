import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { describe, expect, it } from 'vitest';
import { CAMEL_CASE } from './database';
import { TENANT_TABLES } from './table-scope';
import type { AppTables } from './tables';
import { TenantPlugin } from './tenant-plugin';

const ORGANIZATION = '0b0e7a3c-0000-4000-8000-00000000000a';
const TEAM = '0b0e7a3c-0000-4000-8000-000000000001';

const db = new Kysely<AppTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (inner) => new PostgresIntrospector(inner),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new TenantPlugin(ORGANIZATION), CAMEL_CASE],
});

/** The statement with each organization parameter written as ORG. */
function compiled(query: { compile(): { sql: string; parameters: readonly unknown[] } }): string {
  const { sql: text, parameters } = query.compile();
  return text.replace(/\$(\d+)/g, (place, index) =>
    parameters[Number(index) - 1] === ORGANIZATION ? 'ORG' : place,
  );
}

describe('reading', () => {
  it.each(TENANT_TABLES)('names the organization for %s', (table) => {
    const camel = table.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as 'teams';
    expect(compiled(db.selectFrom(camel).select('organizationId'))).toBe(
      `select "organization_id" from "${table}" where "${table}"."organization_id" = ORG`,
    );
  });

  it('leaves reference tables alone', () => {
    expect(compiled(db.selectFrom('occupations').select('title'))).toBe('select "title" from "occupations"');
  });

  it('uses the alias, and keeps an or of the caller inside its own parentheses', () => {
    const query = db
      .selectFrom('teams as t')
      .select('t.name')
      .where((eb) => eb.or([eb('t.name', '=', 'a'), eb('t.name', '=', 'b')]));
    expect(compiled(query)).toBe(
      'select "t"."name" from "teams" as "t" where ("t"."name" = $1 or "t"."name" = $2) and "t"."organization_id" = ORG',
    );
  });

  it('covers every table of a from list', () => {
    expect(compiled(db.selectFrom(['teams as a', 'sites as b']).select('a.name'))).toBe(
      'select "a"."name" from "teams" as "a", "sites" as "b" where "a"."organization_id" = ORG and "b"."organization_id" = ORG',
    );
  });

  it('puts the condition of a joined table into the join, so that a left join keeps its rows', () => {
    const query = db
      .selectFrom('employees')
      .innerJoin('employments as e', 'e.employeeId', 'employees.employeeId')
      .leftJoin('sites', 'sites.siteId', 'e.siteId')
      .select('employees.name');
    expect(compiled(query)).toBe(
      'select "employees"."name" from "employees"' +
        ' inner join "employments" as "e" on "e"."employee_id" = "employees"."employee_id" and "e"."organization_id" = ORG' +
        ' left join "sites" on "sites"."site_id" = "e"."site_id" and "sites"."organization_id" = ORG' +
        ' where "employees"."organization_id" = ORG',
    );
  });

  it('joins a reference table without a condition', () => {
    const query = db
      .selectFrom('occupations')
      .innerJoin('employeeOccupations as o', 'o.soc', 'occupations.soc')
      .select('title');
    expect(compiled(query)).toBe(
      'select "title" from "occupations" inner join "employee_occupations" as "o"' +
        ' on "o"."soc" = "occupations"."soc" and "o"."organization_id" = ORG',
    );
  });

  it('reaches into subqueries of from, where, select and exists, and into lateral joins', () => {
    const query = db
      .selectFrom((eb) => eb.selectFrom('teams').select('teamId').as('inner'))
      .leftJoinLateral(
        (eb) => eb.selectFrom('sites').select('name').limit(1).as('site'),
        (join) => join.onTrue(),
      )
      .select((eb) => eb.selectFrom('cycles').select('name').limit(1).as('cycle'))
      .where('inner.teamId', 'in', (eb) => eb.selectFrom('employments').select('teamId'))
      .where((eb) => eb.exists(eb.selectFrom('ratings').select('dimension')))
      .where((eb) => eb.not(eb.exists(eb.selectFrom('evidence').select('body'))));
    const text = compiled(query);
    for (const table of ['teams', 'sites', 'cycles', 'employments', 'ratings', 'evidence']) {
      expect(text).toContain(`"${table}"."organization_id" = ORG`);
    }
    expect(text.match(/ORG/g)).toHaveLength(6);
  });

  it('reaches into common table expressions, recursion and unions', () => {
    const query = db
      .withRecursive('tree', (with_) =>
        with_
          .selectFrom('teamParents')
          .select(['teamId', 'parentId'])
          .where('parentId', 'is', null)
          .unionAll(
            with_
              .selectFrom('teamParents as child')
              .innerJoin('tree', 'tree.teamId', 'child.parentId')
              .select(['child.teamId', 'child.parentId']),
          ),
      )
      .selectFrom('tree')
      .select('teamId');
    const text = compiled(query);
    expect(text).toContain('"team_parents"."organization_id" = ORG union all');
    expect(text).toContain('"child"."organization_id" = ORG');
    expect(text.match(/ORG/g)).toHaveLength(2);
  });
});

describe('what would slip past a condition', () => {
  it('keeps an or in raw SQL inside its own parentheses', () => {
    const raw = sql<boolean>`name = 'a' or name = 'b'`;
    expect(compiled(db.selectFrom('teams').select('name').where(raw))).toBe(
      `select "name" from "teams" where (name = 'a' or name = 'b') and "teams"."organization_id" = ORG`,
    );
    expect(
      compiled(
        db
          .selectFrom('teams')
          .leftJoin('sites', (on) => on.on(raw))
          .select('teamId'),
      ),
    ).toContain(`on (name = 'a' or name = 'b') and "sites"."organization_id" = ORG`);
    const two = db.selectFrom('teams').select('teamId').where('teamId', '=', TEAM).where(raw);
    expect(compiled(two)).toContain(`where ("team_id" = $1 and name = 'a' or name = 'b') and`);
  });

  it('turns a cross join into one that names the organization', () => {
    expect(compiled(db.selectFrom('occupations').crossJoin('teams').select('title'))).toBe(
      'select "title" from "occupations" inner join "teams" on "teams"."organization_id" = ORG',
    );
  });

  it('refuses right and full joins, whose kept rows a condition would drop', () => {
    expect(() => db.selectFrom('teams').rightJoin('sites', 'sites.name', 'teams.name').compile()).toThrow();
    expect(() => db.selectFrom('teams').fullJoin('sites', 'sites.name', 'teams.name').compile()).toThrow();
  });

  it('refuses a merge into a tenant table', () => {
    const merge = db
      .mergeInto('teams')
      .using('sites', 'sites.siteId', 'teams.teamId')
      .whenMatched()
      .thenDelete();
    expect(() => merge.compile()).toThrow('names no organization');
  });

  it('refuses an insert that selects without naming any column', () => {
    const query = db.insertInto('teams').expression((eb) => eb.selectFrom('sites').selectAll());
    expect(() => query.compile()).toThrow('name the organization');
  });
});

describe('writing', () => {
  it('gives each row of an insert the organization', () => {
    const rows = [
      { teamId: TEAM, name: 'a' },
      { teamId: TEAM, name: 'b' },
    ];
    expect(compiled(db.insertInto('teams').values(rows))).toBe(
      'insert into "teams" ("team_id", "name", "organization_id") values ($1, $2, ORG), ($4, $5, ORG)',
    );
  });

  it('gives it to rows with expressions and with different columns', () => {
    const query = db.insertInto('teams').values([
      { teamId: TEAM, name: sql<string>`upper(${'a'})` },
      { teamId: TEAM, name: 'b', recordedAt: new Date(0) },
    ]);
    expect(compiled(query)).toBe(
      'insert into "teams" ("team_id", "name", "recorded_at", "organization_id")' +
        ' values ($1, upper($2), default, ORG), ($4, $5, $6, ORG)',
    );
  });

  it('keeps an organization that is named, which the policy then judges', () => {
    const query = db.insertInto('teams').values({ organizationId: TEAM, teamId: TEAM, name: 'a' });
    expect(compiled(query)).toBe(
      'insert into "teams" ("organization_id", "team_id", "name") values ($1, $2, $3)',
    );
  });

  it('refuses an insert that selects without naming the organization', () => {
    const query = db
      .insertInto('teams')
      .columns(['teamId', 'name'])
      .expression((eb) => eb.selectFrom('sites').select(['siteId', 'name']));
    expect(() => query.compile()).toThrow('name the organization');
  });

  it('lets an insert select when the organization is carried through', () => {
    const query = db
      .insertInto('teams')
      .columns(['organizationId', 'teamId', 'name'])
      .expression((eb) => eb.selectFrom('sites').select(['organizationId', 'siteId', 'name']));
    expect(compiled(query)).toContain('from "sites" where "sites"."organization_id" = ORG');
  });

  it('covers an update and the tables it reads from', () => {
    const query = db
      .updateTable('employments as e')
      .from('teams as t')
      .set({ title: 'x' })
      .whereRef('e.teamId', '=', 't.teamId');
    expect(compiled(query)).toBe(
      'update "employments" as "e" set "title" = $1 from "teams" as "t" where "e"."team_id" = "t"."team_id"' +
        ' and "e"."organization_id" = ORG and "t"."organization_id" = ORG',
    );
  });

  it('covers an update and a delete without any condition', () => {
    expect(compiled(db.updateTable('teams').set({ name: 'x' }))).toBe(
      'update "teams" set "name" = $1 where "teams"."organization_id" = ORG',
    );
    expect(compiled(db.deleteFrom('teams'))).toBe(
      'delete from "teams" where "teams"."organization_id" = ORG',
    );
  });

  it('covers a delete, the tables it uses and their joins', () => {
    const query = db
      .deleteFrom('ratings')
      .using('assessments as a')
      .innerJoin('cycles', 'cycles.cycleId', 'a.cycleId')
      .whereRef('a.assessmentId', '=', 'ratings.assessmentId');
    expect(compiled(query)).toBe(
      'delete from "ratings" using "assessments" as "a"' +
        ' inner join "cycles" on "cycles"."cycle_id" = "a"."cycle_id" and "cycles"."organization_id" = ORG' +
        ' where "a"."assessment_id" = "ratings"."assessment_id"' +
        ' and "ratings"."organization_id" = ORG and "a"."organization_id" = ORG',
    );
  });

  it('covers a write inside a common table expression', () => {
    const query = db
      .with('gone', (with_) => with_.deleteFrom('dirtyPeople').returning('employeeId'))
      .selectFrom('gone')
      .select('employeeId');
    expect(compiled(query)).toContain(
      'delete from "dirty_people" where "dirty_people"."organization_id" = ORG',
    );
  });
});
