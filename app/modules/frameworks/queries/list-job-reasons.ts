import type { TenantContext } from '#db/tenancy';
import { getOnetOccupation } from '~/modules/occupations/queries/onet-occupation';
import { DIMENSIONS, type Dimension } from '../domain/dimension';
import { listLevelStatements } from './list-level-statements';

/** Why a dimension may be job-related: a statement of the occupation's framework, or one of its tasks. */
export interface JobReason {
  readonly source: 'statement' | 'task';
  /** 1 to 4; null for a task. */
  readonly level: number | null;
  readonly text: string;
}

const RANKS = [1, 2, 3, 4];
/** Characters that a reason may have. */
const LONGEST = 1_000;

/** The reasons that an occupation offers, by dimension: its own statements, then its tasks. */
export async function listJobReasons(
  ctx: TenantContext,
  soc: string,
): Promise<Readonly<Record<Dimension, readonly JobReason[]>>> {
  const onet = await getOnetOccupation(ctx, { soc });
  const tasks = (onet?.attributes.tasks ?? []).map(({ name }) => reason('task', null, name));
  const found: [Dimension, readonly JobReason[]][] = [];
  for (const dimension of DIMENSIONS) {
    const [framework] = await listLevelStatements(ctx, { socs: [soc], dimension, ranks: RANKS });
    const statements = (framework?.levels ?? []).flatMap(({ rank, statements: here }) =>
      here.map(({ label, behaviour }) =>
        reason('statement', rank, label ? `${label}: ${behaviour}` : behaviour),
      ),
    );
    found.push([dimension, [...statements, ...tasks]]);
  }
  return Object.fromEntries(found) as Record<Dimension, readonly JobReason[]>;
}

function reason(source: JobReason['source'], level: number | null, text: string): JobReason {
  return { source, level, text: text.slice(0, LONGEST) };
}
