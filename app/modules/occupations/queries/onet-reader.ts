import type { Kysely } from 'kysely';
import { type Catalogue, SHARED_TABLES } from '#db/catalogue';
import type { SystemContext } from '#db/system';
import type { AppTables } from '#db/tables';
import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { listLiveTables } from '../data/onet-loads';
import { newestRelease, type ReleaseTables, tablesOf } from '../domain/onet/live-tables';

/** Who reads releases: an organization, or the operator. They are the same for all. */
export type OnetContext = TenantContext | SystemContext;

/** The shared catalogue as this context reads it. */
export function onetCatalogue(ctx: OnetContext): Catalogue {
  return { tx: ctx.tx as unknown as Kysely<AppTables>, tables: SHARED_TABLES, organizationId: null };
}

/**
 * The tables of a release, of the newest one when none is named; null when no release describes occupations.
 * @throws NotFound for a release that was never loaded.
 */
export async function findReleaseTables(ctx: OnetContext, release?: string): Promise<ReleaseTables | null> {
  const tables = await listLiveTables(onetCatalogue(ctx));
  if (release !== undefined && !tables.some((table) => table.release === release)) {
    throw new NotFound(`The O*NET release ${release} is not loaded.`);
  }
  const wanted = release ?? newestRelease(tables);
  return wanted === null ? null : tablesOf(tables, wanted);
}
