import type { TenantContext } from '#db/tenancy';
import {
  listRatingHistory,
  type RecordedEvidence,
  type RecordedRating,
} from '~/modules/assessments/queries/list-rating-history';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import type { LevelScope } from '../domain/current-level';
import { type LevelStep, levelSteps } from '../domain/level-steps';
import { RATER_KIND_WORDS } from '../domain/rater-kind-words';
import { type HistoryEntry, ratingHistory } from '../domain/rating-history';
import { mainOccupation } from '../domain/target';
import type { Why } from '../domain/why-cell';
import { whyLevel } from '../domain/why-level';
import { getMethod } from './get-method';
import { titlesOf } from './titles-of';

export interface HistoryEntryView extends HistoryEntry {
  readonly ratedAsTitle: string | null;
  readonly importedBy: string | null;
  /** Names of who rated, where that may be told: managers, and peers where they rate by name. */
  readonly ratedBy: readonly string[];
  readonly evidence: readonly RecordedEvidence[];
}

/** The history of one dimension. */
export interface LevelHistory {
  readonly dimension: Dimension;
  readonly entries: readonly HistoryEntryView[];
  readonly steps: readonly LevelStep[];
  readonly why: Why | null;
}

/** A history as somebody reads it who does not know everything yet. */
export interface HistoryView {
  readonly asOf: string;
  /** Assessments that are left out: list-blind-ratings.ts. */
  readonly without: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * How the levels of one person came about, valid on a day, as known now. Whether the reader may see them, and that it is
 * noted, is the caller's: get-profile.ts does both. Peers are told together, and of one of them alone nothing but the
 * name, where the cycle says that peers rate by name.
 */
export async function getLevelHistory(
  ctx: TenantContext,
  employeeId: string,
  on: string | HistoryView,
): Promise<LevelHistory[]> {
  const { asOf, without } = typeof on === 'string' ? { asOf: on, without: NOTHING } : on;
  const { constants, version } = await getMethod(ctx);
  const all = await listRatingHistory(ctx, employeeId);
  const ratings = all.filter(({ assessmentId }) => !without.has(assessmentId));
  const occupations = await listOccupationsAsOf(ctx, [employeeId], asOf);
  const scope: LevelScope = {
    ...{ asOf, constants },
    soc: mainOccupation(occupations)?.soc ?? null,
    socs: occupations.map(({ soc }) => soc),
  };
  const byKey = new Map(ratings.map((one) => [`${one.assessmentId} ${one.dimension}`, one]));
  const submitted = ratings.filter(({ state }) => state === 'submitted');
  const names = await listPeopleNames(ctx, new Set(ratings.flatMap(({ ratedBy }) => ratedBy ?? [])));
  const histories = DIMENSIONS.map((dimension) => ({
    dimension,
    entries: ratingHistory(ratings, dimension, scope),
    steps: levelSteps(submitted, dimension, scope),
  }));
  const titles = await titlesOf(
    ctx,
    histories.flatMap(({ entries }) => entries.map(({ ratedAs }) => ratedAs)),
  );
  return histories.map(({ dimension, entries, steps }) => ({
    dimension,
    steps,
    why: whyLevel(entries, { asOf, constants, formulaVersion: version, kindWords: RATER_KIND_WORDS }),
    entries: entries.map((entry) => ({
      ...entry,
      ratedAsTitle: entry.ratedAs === null ? null : (titles[entry.ratedAs] ?? entry.ratedAs),
      ...sourceOf(entry, (id) => byKey.get(`${id} ${dimension}`)),
      ratedBy: entry.assessmentIds
        .flatMap((id) => names.get(byKey.get(`${id} ${dimension}`)?.ratedBy ?? '') ?? [])
        .sort(),
    })),
  }));
}

/** Who brought it in and what was said; of peers who make no rating together nothing is told. */
function sourceOf(
  { raterKind, standing, assessmentIds }: HistoryEntry,
  ratingOf: (assessmentId: string) => RecordedRating | undefined,
): Pick<HistoryEntryView, 'importedBy' | 'evidence'> {
  const isTold = raterKind !== 'peer' || standing === 'current' || standing === 'earlier';
  const ratings = isTold ? assessmentIds.flatMap((id) => ratingOf(id) ?? []) : [];
  const importers = [...new Set(ratings.flatMap(({ importedBy }) => importedBy ?? []))].sort();
  return {
    importedBy: importers.join(', ') || null,
    evidence: ratings.flatMap(({ evidence }) => evidence),
  };
}
