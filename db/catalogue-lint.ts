import { type Kysely, sql } from 'kysely';
import type { CatalogueRule } from './catalogue-rule';
import { CATALOGUE_RULES } from './catalogue-rules';
import type { Database } from './database';
import { READ_ONLY_TENANT_TABLES, TABLE_SCOPE, UNWATCHED_TABLES } from './table-scope';
import { withAuth } from './tenancy';

export interface CatalogueFault {
  readonly rule: string;
  readonly subject: string;
}

/** The database breaks a rule that isolation stands on; the process must not serve. */
export class CatalogueRefused extends Error {
  constructor(readonly faults: readonly CatalogueFault[]) {
    super(
      `The database is not safe to use: ${faults.map(({ rule, subject }) => `${subject}: ${rule}`).join('; ')}.`,
    );
    this.name = 'CatalogueRefused';
  }
}

/** Checks every rule of security.md 1.5 and 1.6 against pg_catalog (proof 6). Throws CatalogueRefused. */
export async function lintCatalogue(database: Database): Promise<void> {
  const faults = await withAuth(database, ({ tx }) => findCatalogueFaults(tx));
  if (faults.length > 0) throw new CatalogueRefused(faults);
}

/** All faults, by rule. */
export async function findCatalogueFaults<DB>(tx: Kysely<DB>): Promise<readonly CatalogueFault[]> {
  const faults: CatalogueFault[] = [];
  for (const rule of CATALOGUE_RULES) faults.push(...(await applyRule(tx, rule)));
  return faults;
}

async function applyRule<DB>(tx: Kysely<DB>, rule: CatalogueRule): Promise<CatalogueFault[]> {
  const readOnly = new Set(READ_ONLY_TENANT_TABLES.map((name) => `public.${name}`));
  const unwatched = new Set(UNWATCHED_TABLES.map((name) => `public.${name}`));
  const isWatched = (name: string) => name.startsWith('public.') && !unwatched.has(name);
  const listed = JSON.stringify(
    [...TABLE_SCOPE].map(([name, scope]) => ({
      ...{ name, scope, read_only: readOnly.has(name), watched: isWatched(name) },
    })),
  );
  const statement = sql<{ subject: string }>`
    with listed as (
      select entry.name, entry.scope, entry.read_only, entry.watched, c.oid
        from jsonb_to_recordset(${listed}::text::jsonb) as entry(name text, scope text, read_only boolean, watched boolean)
        left join (pg_class c join pg_namespace n on n.oid = c.relnamespace and c.relkind in ('r', 'p'))
          on n.nspname || '.' || c.relname = entry.name
    )
    ${sql.raw(rule.query)}`;
  const { rows } = await statement.execute(tx);
  return rows.map(({ subject }) => ({ rule: rule.name, subject }));
}
