/** AI-readiness as the API gives it out: live rows unrounded, released rows as coarse as the page shows them. */
import type { ReadinessResource } from './api-schemas';
import type { LiveReadinessRow, ReleasedReadinessRow } from './readiness-view';
import { shareInWords } from './share-words';

interface LiveContext {
  readonly isTotal: boolean;
  readonly since: string | null;
  readonly exposureRelease: string | null;
}

/** A live row. */
export function liveResource(
  { id, name, sums, figures, exposure, change, closed = false }: LiveReadinessRow,
  { isTotal, since, exposureRelease }: LiveContext,
): ReadinessResource {
  const kind = id?.startsWith('direct:') ? 'direct' : 'group';
  const meanOf = sums.levels.reduce((sum, people, level) => sum + people * level, 0) / sums.assessed;
  return {
    ...{ id, name, released: false, suppressed: closed },
    kind: isTotal ? 'total' : id === null ? 'none' : kind,
    ...{ people: sums.people, assessed: closed ? null : sums.assessed, n: closed ? null : sums.pairs },
    exposure: exposure?.exposure ?? null,
    exposureSource: exposure?.inheritedFrom ?? null,
    release: exposureRelease,
    ...figures,
    mean: sums.assessed === 0 ? null : meanOf,
    levels: closed ? null : [...sums.levels],
    figuresOf: null,
    change:
      change === null || since === null
        ? null
        : {
            ...change,
            since,
            evidenceMoved: change.plain.evidenceMoved,
            peopleMoved: change.plain.peopleMoved,
          },
  };
}

/** A released row. */
export function releasedResource(
  row: ReleasedReadinessRow,
  { isTotal, exposureRelease }: Pick<LiveContext, 'isTotal' | 'exposureRelease'>,
): ReadinessResource {
  const words = (share: ReleasedReadinessRow['atTarget']) => (share ? shareInWords(share) : null);
  return {
    ...{ id: row.id, name: row.name, released: true, suppressed: row.suppressed, restOf: row.restOf },
    kind: isTotal ? 'total' : row.kind,
    ...{ people: row.people, assessed: row.assessed, n: null },
    exposure: row.exposure?.exposure ?? null,
    exposureSource: row.exposure?.inheritedFrom ?? null,
    release: exposureRelease,
    ...{ readiness: null, weightedReadiness: null, atTargetShare: null, atTargetLow: null },
    ...{ unknownShare: null, noExposureShare: null, levels: null, change: null },
    readinessBand: words(row.readiness),
    weightedReadinessBand: words(row.weightedReadiness),
    atTargetBand: words(row.atTarget),
    mean: row.mean,
    figuresOf: row.figuresOf,
  };
}
