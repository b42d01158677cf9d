import type { TenantContext } from '#db/tenancy';
import {
  type EvidenceReader,
  isAdder,
  mayAccept,
  mayRemove,
} from '~/modules/assessments/domain/evidence/evidence-rights';
import type { RaterKind } from '~/modules/assessments/domain/rater-kind';
import { listBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import { type EvidenceDetail, listEvidenceDetails } from '~/modules/assessments/queries/list-evidence-views';
import { listObservationsOfPerson } from '~/modules/assessments/queries/list-observations-of-person';
import { observationReach } from '~/modules/assessments/queries/observation-rights';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getLevelHistory } from './get-level-history';
import { getProfile } from './get-profile';

/** Evidence with what the reader may do with it. */
export interface EvidenceOfRating extends EvidenceDetail {
  /** Who added it, by part, never by name. */
  readonly author: 'you' | 'person' | 'rater' | 'import' | 'reader' | 'observer';
  readonly mayAccept: boolean;
  readonly mayRemove: boolean;
}

/** A rating that counts, or would if a later one did not, with its evidence. */
export interface RatingWithEvidence {
  /** Of peers one for all of them. */
  readonly assessmentId: string;
  readonly dimension: Dimension;
  readonly level: Level;
  readonly raterKind: RaterKind;
  readonly assessedOn: string;
  readonly isCurrent: boolean;
  readonly evidence: readonly EvidenceOfRating[];
}

export interface EvidenceQuestion {
  readonly viewer: Viewer;
  /** Of profiles:read. */
  readonly reach: Reach;
  readonly employeeId: string;
}

/**
 * The ratings of a person that evidence can support, with the evidence of each and what was observed, as somebody with
 * individual access reads them: nothing of what is blind, and of peers who make no rating together. Throws NotFound for
 * everybody else.
 */
export async function getEvidencePage(ctx: TenantContext, { viewer, reach, employeeId }: EvidenceQuestion) {
  const profile = await getProfile(ctx, { viewer, reach, key: { employeeId } });
  const { id, name } = profile.employee;
  const without = await listBlindRatings(ctx, viewer, id);
  const histories = await getLevelHistory(ctx, id, { asOf: profile.asOf, without });
  const reader = await readerOf(ctx, viewer, id);
  const shown = histories.flatMap(({ dimension, entries }) =>
    entries.flatMap((entry) =>
      (entry.standing === 'current' || entry.standing === 'earlier') && entry.level !== null
        ? [{ ...entry, dimension, level: entry.level }]
        : [],
    ),
  );
  const details = await listEvidenceDetails(ctx, [...new Set(shown.flatMap((one) => one.assessmentIds))]);
  const ratings = shown.flatMap(
    ({ assessmentIds, dimension, level, raterKind, assessedOn, standing }): RatingWithEvidence[] => {
      const [assessmentId] = assessmentIds;
      if (assessmentId === undefined) return [];
      const own = details.filter(
        (one) => one.dimension === dimension && !one.unsure && assessmentIds.includes(one.assessmentId),
      );
      const evidence = own.map((one) => withRights(one, reader, id));
      const isCurrent = standing === 'current';
      return [{ assessmentId, dimension, level, raterKind, assessedOn, isCurrent, evidence }];
    },
  );
  return {
    ...{ id, name, own: id === viewer.employeeId, today: profile.asOf, timeZone: profile.timeZone },
    ...{ ratings, reader },
    observations: await listObservationsOfPerson(ctx, id, profile.asOf),
  };
}

async function readerOf(ctx: TenantContext, viewer: Viewer, employeeId: string): Promise<EvidenceReader> {
  const runs = viewer.kind === 'user' && reachOf(viewer.role, 'cycles:run') !== 'none';
  const people = runs ? (await observationReach(ctx, viewer)).people : new Set<string>();
  return {
    ...{ userId: viewer.id, employeeId: viewer.employeeId, isPerson: viewer.kind === 'user' },
    runsCycles: runs && (people === null || people.has(employeeId)),
  };
}

function withRights(one: EvidenceDetail, reader: EvidenceReader, ratedId: string): EvidenceOfRating {
  return {
    ...one,
    author: authorOf(one, reader, ratedId),
    mayAccept: mayAccept(one, reader, ratedId),
    mayRemove: mayRemove(one, reader, ratedId),
  };
}

function authorOf(one: EvidenceDetail, reader: EvidenceReader, ratedId: string): EvidenceOfRating['author'] {
  if (one.kind === 'observation') return 'observer';
  if (isAdder(one, reader)) return 'you';
  if (one.addedBy === ratedId) return 'person';
  if (one.recordedBy !== null) return 'reader';
  return one.addedBy === null ? 'import' : 'rater';
}
