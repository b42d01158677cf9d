import type { TenantContext } from '#db/tenancy';
import { listReleaseFacts } from '~/modules/capability/data/releases';
import { roundHalf } from '~/modules/capability/domain/round-shown';
import type { CutBlock, ReleaseCut } from '~/modules/capability/domain/suppression/release-cut';
import type { FrozenRelease } from '~/modules/capability/domain/suppression/release-facts';
import { type CoarseShare, coarseShare } from '~/modules/capability/domain/suppression/released-figures';
import { AI_USE } from '~/modules/capability/domain/suppression/tree-dimensions';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import { getMethod } from '~/modules/capability/queries/get-method';
import { getReleaseCut } from '~/modules/capability/queries/get-release-cut';
import { getViewerAccess } from '~/modules/capability/queries/get-viewer-access';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { Rating, Told } from './system';

const LEADERSHIP = DIMENSIONS.indexOf('leadership');

/** What one viewer was told over the year, by dimension, and what the viewer could read when it was told first. */
export class Notebook {
  readonly told: Readonly<Record<'leadership' | 'ai_use', Told[]>> = { leadership: [], ai_use: [] };
  /** Pages whose counts are not those of the people behind them. */
  readonly miscounted: string[] = [];
  private readonly facts = new Map<string, FrozenRelease>();
  private readonly ratings = new Map<string, Rating>();
  /** The last day on which each person could be read. */
  private readonly readOn = new Map<string, string>();

  /** People whose ratings, also earlier ones, the viewer reads or gives on a day. */
  reads(people: Iterable<string>, day: string): void {
    for (const id of people) this.readOn.set(id, day);
  }

  /** Reads every released row of the pages as they are today. */
  async read(ctx: TenantContext, viewer: Viewer): Promise<void> {
    const { today, constants } = await getMethod(ctx);
    const reach = reachOf(viewer.role, 'heatmap:read');
    const { individual, tree } = await getViewerAccess(ctx, { viewer, reach, day: today });
    const asked = { viewer, day: today, individual, suppressionK: constants.suppressionK };
    const { released } = await getReleaseCut(ctx, asked);
    if (!released) return;
    for (const parentId of [null, ...tree.map(({ teamId }) => teamId)]) {
      const view = await getHeatmap(ctx, { viewer, reach, parentId, rows: 'team', limit: 50, after: null });
      for (const row of view.rows.filter((one) => one.released)) {
        const cell = row.cells[LEADERSHIP];
        if (!cell || cell.suppressed) continue;
        const blocks = blocksOf(released.cut, {
          dimension: LEADERSHIP,
          parentId,
          kind: row.kind,
          id: row.id,
        });
        const figures = {
          assessed: cell.assessed ?? 0,
          mean: cell.mean ?? 0,
          share: cell.atTargetBand ?? null,
        };
        await this.note(ctx, 'leadership', { cut: released.cut, blocks, figures });
      }
    }
    const ai = await getAiReadiness(ctx, {
      ...{ viewer, reach, rows: 'occupation', teamId: null, siteId: null, asOf: null, since: null },
    });
    for (const row of ai.released ? [ai.released.total, ...ai.released.rows] : []) {
      if (row.suppressed) continue;
      const isTotal = row === ai.released?.total;
      const blocks = isTotal
        ? (released.cut.dimensions.find(({ dimension }) => dimension === AI_USE)?.blocks ?? [])
        : blocksOf(released.cut, { dimension: AI_USE, parentId: undefined, kind: row.kind, id: row.id });
      const share = row.atTarget && wordsOf(row.atTarget);
      const figures = { assessed: row.assessed ?? 0, mean: row.mean ?? 0, share };
      await this.note(ctx, 'ai_use', { cut: released.cut, blocks, figures });
    }
  }

  private async note(
    ctx: TenantContext,
    dimension: 'leadership' | 'ai_use',
    {
      cut,
      blocks,
      figures,
    }: { readonly cut: ReleaseCut; readonly blocks: readonly CutBlock[]; readonly figures: Figures },
  ): Promise<void> {
    const ratings: Rating[] = [];
    for (const block of blocks) ratings.push(...(await this.ratingsOf(ctx, dimension, { cut, block })));
    const { assessed, mean, share } = figures;
    if (ratings.length !== assessed)
      this.miscounted.push(`${dimension}: ${assessed} told of ${ratings.length}`);
    const pairs = ratings.filter(({ target }) => target !== null).length;
    this.told[dimension].push({
      ratings,
      sums: rangeOf(4 * assessed, (sum) => roundHalf(sum / assessed, 10) === mean),
      atTarget:
        share === null ? null : rangeOf(pairs, (part) => wordsOf(coarseShare(part, pairs, cut.k)) === share),
    });
  }

  private async ratingsOf(
    ctx: TenantContext,
    dimension: 'leadership' | 'ai_use',
    { cut, block }: { readonly cut: ReleaseCut; readonly block: CutBlock },
  ): Promise<Rating[]> {
    const at = DIMENSIONS.indexOf(dimension);
    const found: Rating[] = [];
    for (const { release, groups } of block.parts) {
      const facts = this.facts.get(release) ?? (await listReleaseFacts(ctx, release));
      this.facts.set(release, facts);
      const people = (dimension === 'ai_use' ? facts.occupations?.people : facts.people) ?? [];
      const leftOut = new Set(cut.leftOut[release]);
      for (const { employeeId, groupId, levels, targets, ratings } of people) {
        const level = levels[at] ?? null;
        if (level === null || leftOut.has(employeeId) || !groups.includes(groupId ?? '')) continue;
        const mark = ratings?.[at] ?? '';
        const key = `${employeeId} ${mark}`;
        const known =
          this.ratings.get(key)?.known ?? (this.readOn.get(employeeId) ?? '') >= mark.slice(0, 10);
        const rating = { key, level, target: targets[at] ?? null, known };
        this.ratings.set(key, rating);
        found.push(rating);
      }
    }
    return found;
  }
}

interface Figures {
  readonly assessed: number;
  readonly mean: number;
  /** In words; null: not told. */
  readonly share: string | null;
}

interface RowOf {
  readonly dimension: number;
  /** undefined: wherever it stands. */
  readonly parentId: string | null | undefined;
  readonly kind: string;
  readonly id: string | null;
}

function blocksOf(cut: ReleaseCut, { dimension, parentId, kind, id }: RowOf): readonly CutBlock[] {
  const own = cut.dimensions.find((one) => one.dimension === dimension);
  const row = own?.families
    .filter(({ parent }) => parentId === undefined || parent === parentId)
    .flatMap(({ rows }) => rows)
    .find((one) => one.kind === kind && (one.id ?? '') === (id ?? ''));
  return row?.blocks.flatMap((index) => own?.blocks[index] ?? []) ?? [];
}

/** The least and the largest whole number up to a limit that a figure can come from. */
export function rangeOf(limit: number, fits: (value: number) => boolean): readonly [number, number] {
  const all = Array.from({ length: limit + 1 }, (_, value) => value).filter(fits);
  return [all[0] ?? 0, all.at(-1) ?? limit];
}

/** A coarse share as it is told; null: not told. */
export function wordsOf(share: CoarseShare | null): string | null {
  if (share === null) return null;
  if (share.step === 'tenPoints') return `about ${share.percent} %`;
  return { 1: 'under a third', 2: 'a third to two thirds', 3: 'over two thirds' }[share.third];
}
