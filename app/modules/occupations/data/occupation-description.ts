import { sql } from 'kysely';
import { type Catalogue, ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import { mergeFacts } from '../domain/occupation-facts';

const isOwn = ({ organizationId }: Catalogue) =>
  organizationId === null ? sql<boolean>`false`.as('own') : sql<boolean>`true`.as('own');

function descriptions(catalogue: Catalogue, soc: string) {
  return catalogue.tx
    .selectFrom(catalogue.tables.occupations)
    .select([
      'soc',
      'title',
      'description',
      'occupationGroup as group',
      'sector',
      'jobZone',
      'jobZoneInferred',
    ])
    .select(isOwn(catalogue))
    .where('soc', '=', soc);
}

/** The occupation as the organization sees it: what its own row says, and the shared row where that says nothing. */
export async function findDescription(ctx: TenantContext, soc: string) {
  const [first, second] = await descriptions(sharedCatalogueFor(ctx), soc)
    .unionAll(descriptions(ownCatalogue(ctx), soc))
    .orderBy('own', 'desc')
    .execute();
  if (!first || !second) return first;
  const { description, ...own } = first;
  return { ...own, ...mergeFacts(second, own), description: description ?? second.description };
}

function measures(catalogue: Catalogue, soc: string) {
  return catalogue.tx
    .selectFrom(catalogue.tables.occupationEvidence)
    .select(['sourceKey as source', 'release', 'measure', 'figure', 'words', 'unit', 'n', 'precision'])
    .select(['position', 'sourceId', isOwn(catalogue)])
    .where('soc', '=', soc);
}

/** Own measures of a source stand in place of all shared ones of the same source. */
export async function listShownMeasures(ctx: TenantContext, soc: string) {
  const rows = await measures(sharedCatalogueFor(ctx), soc)
    .unionAll(measures(ownCatalogue(ctx), soc))
    .orderBy('position')
    .execute();
  return ownFirst(rows, ({ source }) => source);
}

function anchors(catalogue: Catalogue, soc: string) {
  return catalogue.tx
    .selectFrom(catalogue.tables.occupationAnchors)
    .select(['kind', 'position', 'text', 'sourceId', isOwn(catalogue)])
    .where('soc', '=', soc);
}

/** Own anchors of a kind stand in place of all shared ones of the same kind. */
export async function listShownAnchors(ctx: TenantContext, soc: string) {
  const rows = await anchors(sharedCatalogueFor(ctx), soc)
    .unionAll(anchors(ownCatalogue(ctx), soc))
    .orderBy('kind')
    .orderBy('position')
    .execute();
  return ownFirst(rows, ({ kind }) => kind);
}

function ownFirst<T extends { readonly own: boolean }>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const owned = new Set(rows.filter(({ own }) => own).map(keyOf));
  return rows.filter((row) => row.own || !owned.has(keyOf(row)));
}

function sources(catalogue: Catalogue, sourceIds: readonly string[]) {
  return catalogue.tx
    .selectFrom(catalogue.tables.sources)
    .select(['kind', 'name', 'release', 'licence', 'attribution', 'url', 'importedAt'])
    .where(sql<boolean>`source_id = any(${sourceIds}::uuid[])`);
}

/** These sources, the first imported first. */
export async function listSourceRows(ctx: TenantContext, sourceIds: readonly string[]) {
  return sources(sharedCatalogueFor(ctx), sourceIds)
    .unionAll(sources(ownCatalogue(ctx), sourceIds))
    .orderBy('importedAt')
    .orderBy('name')
    .execute();
}
