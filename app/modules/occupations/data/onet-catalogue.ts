import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';
import type { SystemContext } from '#db/system';

interface Described {
  /** Load that gives codes, titles and descriptions. */
  readonly occupations: number;
  /** Load that gives job zones; null for none. */
  readonly jobZones: number | null;
}

/**
 * Brings the shared catalogue to what these loads say of occupations: those that are missing are added, titles,
 * descriptions and job zones are brought up to date, and what they do not say stays. Nothing is removed, as
 * frameworks may stand on it. Resolves to how many occupations were added or changed.
 */
export async function describeFromOnet({ tx }: SystemContext, loads: Described): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into occupations as known (soc, title, description, job_zone)
    select o.soc, o.title, o.description, z.job_zone
      from onet_occupations o
      left join onet_job_zones z on z.load_id = ${loads.jobZones}::integer and z.soc = o.soc
     where o.load_id = ${loads.occupations}
        on conflict (soc) do update
       set title = excluded.title, description = excluded.description,
           job_zone = coalesce(excluded.job_zone, known.job_zone),
           job_zone_inferred = known.job_zone_inferred and excluded.job_zone is null
     where (known.title, known.description, known.job_zone, known.job_zone_inferred) is distinct from
           (excluded.title, excluded.description, coalesce(excluded.job_zone, known.job_zone),
            known.job_zone_inferred and excluded.job_zone is null)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Whether a release of O*NET that is served describes the occupation. */
export async function isDescribedByRelease({ tx }: Catalogue, soc: string): Promise<boolean> {
  const row = await tx
    .selectFrom('onetOccupations as o')
    .innerJoin('onetTables as t', 't.loadId', 'o.loadId')
    .select('o.soc')
    .where('o.soc', '=', soc)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
