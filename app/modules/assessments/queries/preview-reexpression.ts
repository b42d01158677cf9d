import type { TenantContext } from '#db/tenancy';
import type { Dimension, Instrument } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import {
  type Compared,
  compareFrameworks,
  type FrameworkComparison,
  rewordingKey,
} from '~/modules/frameworks/queries/compare-frameworks';
import { countRatingsUnder, listTickedRatings, type TickedRating } from '../data/reexpressions';
import { reexpressedLevel, type VersionStep } from '../domain/reexpressed-level';

export interface ReexpressionQuestion {
  readonly soc: string;
  readonly instrument: Instrument;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Move {
  readonly assessmentId: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly level: Level;
  /** In the new version. */
  readonly moved: Level;
}

export interface ReexpressionPreview {
  readonly title: string;
  readonly versions: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Levels under the first version, those with ticked statements among them, and those that move. */
  readonly ratings: number;
  readonly ticked: number;
  readonly moves: readonly Move[];
}

/**
 * Which ratings move when those under one version of a framework are read in another (method.md 11). Whether the reader
 * may know whose they are is the caller's to know. Throws NotFound where a version is not there.
 */
export async function previewReexpression(
  ctx: TenantContext,
  question: ReexpressionQuestion,
): Promise<ReexpressionPreview> {
  const comparison = await compareFrameworks(ctx, question);
  const { title, versions, from, to } = comparison;
  const under = { soc: question.soc, instrument: question.instrument, version: from };
  const ticked = await listTickedRatings(ctx, under);
  const steps = stepsOf(comparison, question.instrument);
  const ratings = await countRatingsUnder(ctx, under);
  return { title, versions, from, to, ratings, ticked: ticked.length, moves: movesOf(ticked, steps) };
}

function movesOf(ticked: readonly TickedRating[], stepOf: (dimension: Dimension) => VersionStep): Move[] {
  return ticked.flatMap(({ ticked: ids, ...rating }) => {
    const moved = reexpressedLevel(rating.level, ids, stepOf(rating.dimension));
    return moved === rating.level ? [] : [{ ...rating, moved }];
  });
}

/** What is ticked by dimension in both versions; statements of mastery and AI use have the instrument's own dimension. */
function stepsOf(
  { difference, confirmed }: FrameworkComparison,
  instrument: Instrument,
): (dimension: Dimension) => VersionStep {
  const { same, moved, reworded, added, removed } = difference;
  const pairs = [...same, ...moved, ...reworded];
  const before = [...pairs.map((pair) => pair.from), ...removed];
  const after = [...pairs.map((pair) => pair.to), ...added];
  const said = reworded.filter((pair) => confirmed.has(rewordingKey(pair.from.id, pair.to.id)));
  const renamed = new Map(said.map((pair) => [pair.from.id, pair.to.id]));
  const of = (all: readonly Compared[], dimension: Dimension) =>
    all
      .filter((one) => (one.dimension ?? instrument) === dimension)
      .map(({ id, rank }) => ({ id, level: rank }));
  const known = new Map<Dimension, VersionStep>();
  return (dimension) => {
    const step = known.get(dimension) ?? {
      ...{ from: of(before, dimension), to: of(after, dimension), reworded: renamed },
    };
    known.set(dimension, step);
    return step;
  };
}
