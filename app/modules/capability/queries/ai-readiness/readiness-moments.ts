import type { ReadinessMoment } from '../../data/readiness-moves';
import type { ReleaseRow } from '../../data/releases';

export interface Moments {
  readonly after: ReadinessMoment;
  /** The release that figures are compared with; null: there is none before. */
  readonly before: ReadinessMoment | null;
  /** Release of the exposure data that the figures of a past day were frozen with. */
  readonly exposureRelease: string | null;
  /** Days of releases before today, the newest first. */
  readonly days: readonly string[];
}

interface Asked {
  /** Day of the stored figures. */
  readonly today: string;
  /** null: today. */
  readonly asOf: string | null;
  /** null: the release before. */
  readonly since: string | null;
}

/**
 * Which figures a page shows: today's, or those that the last release on or before the day asked for froze; and which it
 * compares them with. null: nothing was released by the day asked for.
 */
export function readinessMoments(
  releases: readonly ReleaseRow[],
  { today, asOf, since }: Asked,
): Moments | null {
  const past = [...new Map(releases.map((release) => [release.asOf, release])).values()].filter(
    (release) => release.asOf < today,
  );
  const lastBy = (isRight: (day: string) => boolean) => {
    const found = past.findLast((release) => isRight(release.asOf));
    return found ? ({ kind: 'release', day: found.asOf, releaseId: found.releaseId } as const) : null;
  };
  const after =
    asOf === null || asOf >= today ? ({ kind: 'stored', day: today } as const) : lastBy((day) => day <= asOf);
  if (after === null) return null;
  const before = lastBy((day) => day < after.day && (since === null || day <= since));
  const frozen = past.findLast((release) => after.kind === 'release' && release.asOf === after.day);
  return {
    ...{ after, before },
    exposureRelease: frozen?.exposureRelease ?? null,
    days: past.map((release) => release.asOf).reverse(),
  };
}
