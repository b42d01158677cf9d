import { type Kysely, sql } from 'kysely';
import type { SystemContext } from './system';
import type { AppTables } from './tables';
import type { TenantContext } from './tenancy';

/** The tables of the catalogue that every organization reads. */
export const SHARED_TABLES = {
  sources: 'sources',
  occupations: 'occupations',
  frameworks: 'frameworks',
  frameworkLevels: 'frameworkLevels',
  frameworkStatements: 'frameworkStatements',
  statementCitations: 'statementCitations',
  occupationEvidence: 'occupationEvidence',
  occupationAnchors: 'occupationAnchors',
} as const;

export type CatalogueTables = typeof SHARED_TABLES;

/**
 * An organization's own tables under the names of the shared ones, so that one statement is written for both. Their
 * columns are the same but for organization_id, which the tenant plugin adds; so nothing may use `on conflict` here.
 */
export const OWN_TABLES = {
  sources: 'ownSources',
  occupations: 'ownOccupations',
  frameworks: 'ownFrameworks',
  frameworkLevels: 'ownFrameworkLevels',
  frameworkStatements: 'ownFrameworkStatements',
  statementCitations: 'ownStatementCitations',
  occupationEvidence: 'ownOccupationEvidence',
  occupationAnchors: 'ownOccupationAnchors',
} as unknown as CatalogueTables;

/** One catalogue in one transaction: the shared one, or an organization's own. */
export interface Catalogue {
  readonly tx: Kysely<AppTables>;
  readonly tables: CatalogueTables;
  /** Null for the shared catalogue. */
  readonly organizationId: string | null;
}

/** The shared catalogue, written by the operator. */
export function sharedCatalogue(ctx: SystemContext): Catalogue {
  return { tx: ctx.tx as unknown as Kysely<AppTables>, tables: SHARED_TABLES, organizationId: null };
}

/** The organization's own catalogue. */
export function ownCatalogue(ctx: TenantContext): Catalogue {
  return { tx: ctx.tx, tables: OWN_TABLES, organizationId: ctx.organizationId };
}

/** The shared catalogue as the organization reads it. */
export function sharedCatalogueFor(ctx: TenantContext): Catalogue {
  return { tx: ctx.tx, tables: SHARED_TABLES, organizationId: null };
}

/** Lets one import at a time change a catalogue, until the transaction ends. */
export async function lockCatalogue({ tx, organizationId }: Catalogue): Promise<void> {
  const key = `cadre.catalogue ${organizationId ?? 'shared'}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}
