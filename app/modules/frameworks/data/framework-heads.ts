import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Catalogue, ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import type { Instrument } from '../domain/dimension';
import type { FrameworkLevel } from '../domain/document';

/** A framework without its statements. */
export interface FrameworkHead {
  readonly frameworkId: string;
  /** Of the organization itself, not of the shared catalogue. */
  readonly own: boolean;
  readonly soc: string;
  readonly title: string;
  readonly instrument: Instrument;
  readonly version: string;
  readonly contextCovered: string;
  readonly sourceId: string;
  /** How many statements it has. */
  readonly statements: number;
  /** A document is kept that can be given back as it came. */
  readonly hasDocument: boolean;
  readonly levels: readonly FrameworkLevel[];
}

export interface HeadFilter {
  /** O*NET-SOC codes; not given: all. */
  readonly socs?: readonly string[];
  readonly instrument?: Instrument;
  /** Only those of the organization itself. */
  readonly ownOnly?: boolean;
}

function headsOf({ tx, tables, organizationId }: Catalogue, { socs, instrument }: HeadFilter) {
  return tx
    .selectFrom(`${tables.frameworks} as f` as const)
    .innerJoin(`${tables.occupations} as o` as const, 'o.soc', 'f.soc')
    .select((eb) => [
      'f.frameworkId',
      'f.soc',
      'o.title',
      'f.instrument',
      'f.version',
      'f.contextCovered',
      'f.sourceId',
      sql<boolean>`${organizationId !== null}::boolean`.as('own'),
      sql<boolean>`f.document is not null`.as('hasDocument'),
      eb
        .selectFrom(`${tables.frameworkStatements} as s` as const)
        .whereRef('s.frameworkId', '=', 'f.frameworkId')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('statements'),
      jsonArrayFrom(
        eb
          .selectFrom(`${tables.frameworkLevels} as l` as const)
          .whereRef('l.frameworkId', '=', 'f.frameworkId')
          .select(['l.rank', 'l.key', 'l.label', 'l.caption'])
          .orderBy('l.rank'),
      ).as('levels'),
    ])
    .$if(socs !== undefined, (query) => query.where(sql<boolean>`f.soc = any(${socs ?? []}::text[])`))
    .$if(instrument !== undefined, (query) => query.where('f.instrument', '=', instrument ?? ''));
}

/** The frameworks of these occupations, shared and own, in one statement. */
export async function listFrameworkHeads(
  ctx: TenantContext,
  filter: HeadFilter = {},
): Promise<FrameworkHead[]> {
  if (filter.socs?.length === 0) return [];
  const own = headsOf(ownCatalogue(ctx), filter);
  const all = filter.ownOnly ? own : headsOf(sharedCatalogueFor(ctx), filter).unionAll(own);
  const rows = await all.execute();
  return rows.map(({ instrument, statements, ...row }) => ({
    ...row,
    instrument: instrument as Instrument,
    statements: statements ?? 0,
  }));
}
