import type postgres from 'postgres';
import { seededRandom } from '#test/isolation/loss/seeded-random';
import { addDays } from '~/shared/calendar-day';

export const BATCH_DIMENSIONS = ['communication', 'leadership', 'ai_use'] as const;
const FIRST_DAY = '2020-06-01';

/** A file of assessments: everybody rated by one peer on one day, which is its own. */
export interface Batch {
  readonly number: number;
  readonly day: string;
  readonly text: string;
  readonly people: number;
  readonly sum: number;
}

interface Colleagues {
  readonly rater: string;
  readonly rated: readonly string[];
}

/** The levels follow from the number, so that a wrong one is seen. */
export function makeBatch(number: number, { rater, rated }: Colleagues): Batch {
  const random = seededRandom(number);
  const day = addDays(FIRST_DAY, number);
  let sum = 0;
  const rows = rated.map((person) => {
    const levels = BATCH_DIMENSIONS.map(() => random.below(5));
    sum += levels.reduce((total, level) => total + level, 0);
    return [person, 'peer', rater, day, ...levels].join(',');
  });
  const header = ['employee_external_id', 'rater', 'rater_external_id', 'assessed_on', ...BATCH_DIMENSIONS];
  return { number, day, text: `${[header.join(','), ...rows].join('\n')}\n`, people: rated.length, sum };
}

/** What writers sent and what was acknowledged. */
export interface Ledger {
  readonly batches: Map<string, { readonly batch: Batch; acknowledged: boolean }>;
  /** Framework uploads by version. */
  readonly uploads: Map<string, { acknowledged: boolean }>;
}

export const emptyLedger = (): Ledger => ({ batches: new Map(), uploads: new Map() });

/** What is wrong with what is stored, in words; all empty when every write is there once and whole. */
export interface Verdict {
  readonly half: string[];
  readonly lost: string[];
  readonly doubled: string[];
}

/** Holds the ledger against one snapshot of the database. A write without an answer may be there whole or not at all. */
export async function judge(admin: postgres.Sql, ledger: Ledger): Promise<Verdict> {
  // Sent before the snapshot is taken; what is sent meanwhile is left to the next judgement.
  const sent = [...ledger.batches].map(([day, entry]) => ({ day, ...entry }));
  const uploads = [...ledger.uploads].map(([version, entry]) => ({ version, ...entry }));
  const verdict: Verdict = { half: [], lost: [], doubled: [] };
  const batchRows = new Map((await readBatches(admin)).map((row) => [row.day, row]));
  for (const { day, batch, acknowledged } of sent) {
    const found = batchRows.get(day);
    if (!found) {
      if (acknowledged) verdict.lost.push(`import of ${day}`);
      continue;
    }
    const ratings = batch.people * BATCH_DIMENSIONS.length;
    const told = `import of ${day} (${found.assessments} assessments, ${found.ratings} ratings)`;
    if (found.assessments > batch.people || found.ratings > ratings) verdict.doubled.push(told);
    else if (found.people !== batch.people || found.ratings !== ratings || found.sum !== batch.sum)
      verdict.half.push(told);
  }
  const uploadRows = new Map((await readUploads(admin)).map((row) => [row.version, row]));
  for (const { version, acknowledged } of uploads) {
    const found = uploadRows.get(version);
    const told = `framework ${version} (${JSON.stringify(found)})`;
    if (!found) {
      if (acknowledged) verdict.lost.push(told);
    } else if (found.frameworks > 1 || found.sources > 1 || found.statements > 12) verdict.doubled.push(told);
    else if (found.statements < 12 || found.levels < 3) verdict.half.push(told);
  }
  return verdict;
}

interface BatchRow {
  readonly day: string;
  readonly assessments: number;
  readonly people: number;
  readonly ratings: number;
  readonly sum: number;
}

const readBatches = (admin: postgres.Sql) => admin<BatchRow[]>`
  select a.assessed_on::text as day, count(distinct a.assessment_id)::int as assessments,
         count(distinct a.employee_id)::int as people, count(r.dimension)::int as ratings,
         coalesce(sum(r.level), 0)::int as sum
    from assessments a left join ratings r using (organization_id, assessment_id)
   where a.rater_kind = 'peer' group by a.assessed_on`;

interface UploadRow {
  readonly version: string;
  readonly frameworks: number;
  readonly sources: number;
  readonly statements: number;
  readonly levels: number;
}

const readUploads = (admin: postgres.Sql) => admin<UploadRow[]>`
  select f.version, count(*)::int as frameworks,
         (select count(*)::int from own_sources s where s.release = f.version) as sources,
         (select count(*)::int from own_framework_statements s join own_frameworks g using (framework_id)
           where g.version = f.version) as statements,
         (select count(*)::int from own_framework_levels l join own_frameworks g using (framework_id)
           where g.version = f.version) as levels
    from own_frameworks f group by f.version`;
