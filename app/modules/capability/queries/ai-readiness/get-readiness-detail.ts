import type { TenantContext } from '#db/tenancy';
import { listLevelStatements } from '~/modules/frameworks/queries/list-level-statements';
import type { EvidenceResource } from '~/modules/occupations/domain/api-schemas';
import { getOccupation } from '~/modules/occupations/queries/get-occupation';
import { NotFound } from '~/shared/errors';
import { goalAfterMean, type NextGoal, nextGoals } from '../../domain/ai-readiness/next-goals';
import { occupationOfGroup } from '../../domain/ai-readiness/occupation-tree';
import type { LiveReadinessRow, ReleasedReadinessRow } from '../../domain/ai-readiness/readiness-view';
import { type ReadinessWhy, whyReadiness } from '../../domain/ai-readiness/why-readiness';
import type { AiReadiness } from './get-ai-readiness';

type Statement = Awaited<
  ReturnType<typeof listLevelStatements>
>[number]['levels'][number]['statements'][number];

export interface ReadinessDetail {
  readonly title: string;
  /** Of a live row. */
  readonly live: LiveReadinessRow | null;
  /** Of a released row, beside or instead of the live one. */
  readonly released: ReleasedReadinessRow | null;
  readonly why: readonly ReadinessWhy[];
  /** O*NET-SOC code; null: the row is no occupation. */
  readonly soc: string | null;
  readonly goals: readonly NextGoal<Statement>[];
  /** null: the row is no occupation. */
  readonly evidence: readonly EvidenceResource[] | null;
}

/** The key of everybody in scope among the rows. */
export const EVERYBODY = 'all';

/**
 * What the side panel says of a row of the view, by its id; null when the view has no such row. Of a hidden row it says
 * nothing: what an occupation's page says of the occupation is open to everybody there.
 */
export async function getReadinessDetail(
  ctx: TenantContext,
  view: AiReadiness,
  id: string,
): Promise<ReadinessDetail | null> {
  const live = liveRowOf(view, id);
  const released = releasedRowOf(view, id);
  const row = live ?? released;
  if (!row) return null;
  const soc = row.exposure === null || row.id === null ? null : occupationOfGroup(row.id);
  const catalogue = soc === null ? null : await catalogueOf(ctx, soc);
  const stated = catalogue?.stated ?? [];
  const { formulaVersion, asOf } = view;
  const { exposureRelease = null, since = null } = view.live ?? {};
  return {
    title: row.name,
    ...{ live, released, soc },
    why: live && !live.closed ? whyReadiness(live, { formulaVersion, asOf, exposureRelease, since }) : [],
    goals:
      live && !live.closed
        ? nextGoals(live.sums.levels, stated)
        : goalAfterMean(released?.mean ?? Number.POSITIVE_INFINITY, stated),
    evidence: catalogue?.evidence ?? null,
  };
}

function liveRowOf({ live }: AiReadiness, id: string): LiveReadinessRow | null {
  if (id === EVERYBODY) return live?.total ?? null;
  return live?.rows.find((row) => row.id === id) ?? null;
}

function releasedRowOf({ released, live }: AiReadiness, id: string): ReleasedReadinessRow | null {
  if (!released) return null;
  if (id === EVERYBODY) return live ? null : released.total;
  const isIt = (row: ReleasedReadinessRow) =>
    row.id !== null &&
    (row.id === id || (released.tree === 'occupation' && occupationOfGroup(row.id) === id));
  return released.rows.find((row) => !row.suppressed && isIt(row)) ?? null;
}

/** What the catalogue says of an occupation and AI; nothing of one that it does not know. */
async function catalogueOf(ctx: TenantContext, soc: string) {
  const [framework] = await listLevelStatements(ctx, {
    socs: [soc],
    dimension: 'ai_use',
    ranks: [1, 2, 3, 4],
  });
  try {
    const { occupation } = await getOccupation(ctx, soc);
    return { stated: framework?.levels ?? [], evidence: occupation.evidence };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { stated: framework?.levels ?? [], evidence: [] };
  }
}
