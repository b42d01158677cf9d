/** A rule over pg_catalog: the query names each subject that breaks it. `listed` holds table-scope.ts with oids. */
export interface CatalogueRule {
  readonly name: string;
  readonly query: string;
}
