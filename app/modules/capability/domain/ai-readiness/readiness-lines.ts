/**
 * AI-readiness as a table to take along: the figures of the page, live rows unrounded, released rows as they are shown.
 * A column that a row does not have is empty, never 0.
 */
import { type LiveReadinessRow, NOT_OPEN, type ReleasedReadinessRow } from './readiness-view';
import { shareInWords } from './share-words';

export const READINESS_COLUMNS = [
  ...['figures', 'as_of', 'release', 'id', 'name', 'people', 'assessed', 'with_target', 'level_0', 'level_1'],
  ...['level_2', 'level_3', 'level_4', 'exposure', 'exposure_of', 'exposure_release', 'readiness'],
  ...['readiness_weighted', 'at_target', 'at_target_low', 'mean_level', 'change_since', 'evidence_moved'],
  ...['people_moved', 'note'],
];

type Line = (string | number | null)[];

interface LiveLines {
  readonly rows: readonly LiveReadinessRow[];
  readonly asOf: string;
  readonly since: string | null;
  readonly exposureRelease: string | null;
}

/** A line for each live row. */
export function liveLines({ rows, asOf, since, exposureRelease }: LiveLines): Line[] {
  return rows.map(({ id, name, sums, figures, exposure, change, closed }) => [
    ...['live', asOf, null, id, name, sums.people],
    ...(closed ? CLOSED_COUNTS : [sums.assessed, sums.pairs, ...sums.levels]),
    ...[exposure?.exposure ?? null, exposure?.inheritedFrom ?? null, exposureRelease],
    ...[figures.readiness, figures.weightedReadiness, figures.atTargetShare, figures.atTargetLow],
    meanOf(sums.levels),
    ...[change ? since : null, change?.plain.evidenceMoved ?? null, change?.plain.peopleMoved ?? null],
    closed ? NOT_OPEN : figures.weightedReadiness === null ? 'too little exposure data' : null,
  ]);
}

const CLOSED_COUNTS: Line = [null, null, null, null, null, null, null];

interface ReleasedLines {
  readonly rows: readonly ReleasedReadinessRow[];
  readonly release: { readonly id: string; readonly asOf: string };
  readonly exposureRelease: string | null;
}

/** A line for each released row; of a hidden one its name and the word. */
export function releasedLines({ rows, release, exposureRelease }: ReleasedLines): Line[] {
  return rows.map((row) => [
    ...['released', row.figuresOf ?? release.asOf, release.id, row.id],
    row.restOf ? `The rest of ${row.name}` : row.name,
    ...[row.people, row.assessed, null, null, null, null, null, null],
    ...[row.exposure?.exposure ?? null, row.exposure?.inheritedFrom ?? null, exposureRelease],
    row.readiness ? shareInWords(row.readiness) : null,
    row.weightedReadiness ? shareInWords(row.weightedReadiness) : null,
    row.atTarget ? shareInWords(row.atTarget) : null,
    ...[null, row.mean, null, null, null],
    row.suppressed ? 'hidden to protect individuals' : null,
  ]);
}

function meanOf(levels: readonly number[]): number | null {
  const people = levels.reduce((sum, n) => sum + n, 0);
  return people === 0 ? null : levels.reduce((sum, n, level) => sum + n * level, 0) / people;
}
