import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';

/** Every source of a catalogue, the newest first. */
export async function listAllSources({ tx, tables }: Catalogue, limit: number) {
  return tx
    .selectFrom(tables.sources)
    .select(['sourceId', 'kind', 'name', 'release', 'licence', 'attribution', 'url'])
    .select(['fileName', 'checksum', 'importedAt'])
    .orderBy('importedAt', 'desc')
    .orderBy('sourceId', 'desc')
    .limit(limit)
    .execute();
}

/** Rows that a source of the shared catalogue brought. */
export interface SourceRows {
  readonly sourceId: string;
  readonly rows: number;
  /** Whether readers are given them: of the releases of one kind and part one is. */
  readonly served: boolean;
}

/** The rows of sources that bring tables: releases, crosswalks, structures, standards, profiles, figures. */
export async function listSourceRowCounts({ tx }: Catalogue): Promise<SourceRows[]> {
  const { rows } = await sql<SourceRows>`
    select source_id as "sourceId", row_count::integer as rows, live as served from public.source_sets
    union all
    select l.source_id, sum(t.row_count)::integer, true
      from public.onet_tables t join public.onet_loads l using (load_id) group by l.source_id
    union all
    select s.source_id, count(*)::integer, true
      from public.standards s join public.standard_statements using (standard_id) group by s.source_id
    union all
    select source_id, count(*)::integer, true from public.onet_profile_entries group by source_id`.execute(
    tx,
  );
  return rows;
}
