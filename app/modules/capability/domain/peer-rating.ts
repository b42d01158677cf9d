/**
 * Peer rating: the peers of one cycle under one occupation make one rating.
 * Formula: lower median of at least 3 levels, dated at the day of the last submission.
 * Peers without a cycle are taken together by day (the key of an assessment: cycle or day, api.md).
 * Missing: fewer than 3 levels make no rating; unsure counts as none. Source: method.md 1.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import type { MethodConstants } from './constants';
import type { RaterKind, RatingFact } from './rating-fact';

/** A rating that competes to be the current level. */
export interface Candidate {
  readonly level: Level;
  readonly raterKind: RaterKind;
  readonly assessedOn: DayText;
  readonly submittedAt: number;
  readonly soc: string;
  readonly hasAcceptedEvidence: boolean;
  /** Each once, sorted; more than one only for peers. */
  readonly frameworkVersions: readonly string[];
  /** More than one for peers; sorted. */
  readonly assessmentIds: readonly string[];
}

/** A fact with a level. */
export type LevelFact = RatingFact & { readonly level: Level };

/** The lower median: of an even count the lower of the two in the middle. Refuses an empty list (RangeError). */
export function lowerMedian(levels: readonly Level[]): Level {
  const middle = [...levels].sort((a, b) => a - b)[Math.floor((levels.length - 1) / 2)];
  if (middle === undefined) throw new RangeError('The median of no levels.');
  return middle;
}

/** One candidate per cycle (or day) and occupation with at least the minimum of peers; order of no meaning. */
export function peerCandidates(
  peers: readonly LevelFact[],
  constants: MethodConstants,
): readonly Candidate[] {
  const groups = new Map<string, LevelFact[]>();
  for (const fact of peers) {
    const key = JSON.stringify([fact.soc, fact.cycleId === null ? fact.assessedOn : 'cycle', fact.cycleId]);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()]
    .filter((group) => group.length >= constants.minimumPeers)
    .flatMap((group) => {
      const [last] = [...group].sort(laterFirst);
      if (last === undefined) return [];
      return [
        {
          level: lowerMedian(group.map((fact) => fact.level)),
          raterKind: 'peer' as const,
          assessedOn: last.assessedOn,
          submittedAt: last.submittedAt,
          soc: last.soc,
          hasAcceptedEvidence: group.some((fact) => fact.hasAcceptedEvidence),
          frameworkVersions: [...new Set(group.flatMap((fact) => fact.frameworkVersion ?? []))].sort(),
          assessmentIds: group.map((fact) => fact.assessmentId).sort(),
        },
      ];
    });
}

function laterFirst(a: LevelFact, b: LevelFact): number {
  return (
    b.submittedAt - a.submittedAt || (a.assessedOn < b.assessedOn ? 1 : a.assessedOn > b.assessedOn ? -1 : 0)
  );
}
