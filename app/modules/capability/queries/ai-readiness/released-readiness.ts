import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { occupationOfGroup } from '../../domain/ai-readiness/occupation-tree';
import {
  BESIDE,
  type ReleasedReadinessRow,
  type ShownExposure,
  type SkillBeside,
} from '../../domain/ai-readiness/readiness-view';
import { type OutlinedRow, releasedOutline } from '../../domain/ai-readiness/released-outline';
import { type ReleasedRow, releasedRows, releasedTotal } from '../../domain/suppression/released-rows';
import { AI_USE } from '../../domain/suppression/tree-dimensions';
import type { ReleasedView } from '../get-release-cut';
import { exposuresNow } from './exposure-at';

export interface ReleasedReadiness {
  readonly release: { readonly id: string; readonly asOf: string };
  /** What the rows are: groups of occupations, or teams where the organization says so. */
  readonly tree: 'occupation' | 'team';
  readonly total: ReleasedReadinessRow;
  readonly rows: readonly ReleasedReadinessRow[];
  readonly exposureRelease: string | null;
  readonly beside: readonly SkillBeside[];
}

/** AI-readiness as a suppressed viewer reads it in a cut; null where the release holds no AI use. */
export async function releasedReadinessOf(
  ctx: TenantContext,
  { cut, release }: ReleasedView,
): Promise<ReleasedReadiness | null> {
  const { aiUseTree } = release;
  if (aiUseTree === null) return null;
  const query = { cut, dimension: AI_USE, ...(aiUseTree === 'occupation' ? { tree: aiUseTree } : {}) };
  const outline = releasedOutline((parent) => releasedRows(query, parent));
  const codes = outline.flatMap(({ row }) => (aiUseTree === 'occupation' ? (codeOf(row) ?? []) : []));
  const exposures = await exposuresNow(ctx, codes);
  const exposureOf = (row: ReleasedRow | null): ShownExposure | null => {
    const code = aiUseTree === 'occupation' ? codeOf(row) : null;
    return code === null ? null : (exposures.bySoc.get(code) ?? null);
  };
  const total = { row: releasedTotal(query), within: null, depth: 0, isLeaf: outline.length === 0 };
  const shown = (one: OutlinedRow) => toRow(one, exposureOf(one.row), release.asOf);
  return {
    release: { id: release.releaseId, asOf: release.asOf },
    tree: aiUseTree,
    total: { ...shown(total), name: 'Everybody counted', exposure: null },
    rows: outline.map(shown),
    exposureRelease: exposures.release,
    beside: BESIDE.map((dimension) => besideOf(dimension, { cut, release })),
  };
}

/** The occupation that a row is; null for groups of occupations, which have no exposure of their own. */
function codeOf(row: ReleasedRow | null): string | null {
  if (!row?.id || (row.id.length === 7 && row.id.endsWith('0'))) return null;
  return occupationOfGroup(row.id);
}

function toRow(
  { row, within, depth, isLeaf }: OutlinedRow,
  exposure: ShownExposure | null,
  asOf: string,
): ReleasedReadinessRow {
  const { figures = null, readiness = null } = row ?? {};
  return {
    suppressed: figures === null,
    released: true,
    id: row?.id ?? null,
    name: nameOf(row, within),
    kind: row?.kind ?? 'group',
    restOf: row?.restOf ?? false,
    ...{ depth, isLeaf, exposure },
    people: figures?.people ?? null,
    assessed: figures?.assessed ?? null,
    mean: figures?.mean ?? null,
    atTarget: figures?.atTarget ?? null,
    readiness: readiness?.readiness ?? null,
    weightedReadiness: readiness?.weighted ?? null,
    figuresOf: row?.oldestOn && row.oldestOn !== asOf ? row.oldestOn : null,
  };
}

function nameOf(row: ReleasedRow | null, within: string | null): string {
  if (row === null) return within === null ? 'Other groups' : `Others in ${within}`;
  if (row.kind === 'group') return row.name;
  return row.id === null ? 'No confirmed occupation' : `Directly in ${row.name}`;
}

function besideOf(dimension: SkillBeside['dimension'], { cut }: ReleasedView): SkillBeside {
  const { figures } = releasedTotal({ cut, dimension: DIMENSIONS.indexOf(dimension) });
  return {
    dimension,
    people: figures?.people ?? 0,
    assessed: figures?.assessed ?? 0,
    mean: figures?.mean ?? null,
    atTargetShare: null,
    atTargetBand: figures?.atTarget ?? null,
  };
}
