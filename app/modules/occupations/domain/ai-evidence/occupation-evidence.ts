import type { EvidenceResource } from '../api-schemas';
import { AEI_TABLES, JOB_EXPOSURE } from './aei-tables';
import { EXPOSURE_TABLES } from './exposure-tables';
import { NO_DATA } from './exposure-words';
import { type CodedFigure, ownOrParent } from './parent-code';
import { occupationUsage, type SharedTaskFigure, taskEvidence } from './task-evidence';

/** A set of figures that is live. */
export interface LiveSet {
  readonly sourceId: string;
  readonly kind: string;
  readonly part: string;
  readonly release: string;
}

export interface OccupationFigure extends CodedFigure {
  readonly sourceId: string;
  readonly measure: string;
}

export interface OccupationTaskFigure extends SharedTaskFigure {
  readonly sourceId: string;
}

/** What is known about one occupation. */
export interface AiFacts {
  readonly soc: string;
  readonly sets: readonly LiveSet[];
  readonly occupationFigures: readonly OccupationFigure[];
  readonly taskFigures: readonly OccupationTaskFigure[];
  /** Titles of SOC codes, for files without titles. */
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * Measures of occupations that an evidence pack shows; the other columns of the files are kept only. The chance of
 * automation is not shown: Cadre has no score of replacement.
 */
export const SHOWN_MEASURES: ReadonlySet<string> = new Set([
  'observed_exposure',
  'ai_applicability_score',
  'dv_rating_beta',
  'human_rating_beta',
]);
const TABLES = [...AEI_TABLES, ...EXPOSURE_TABLES];

const tableOf = (kind: string) => TABLES.find(({ origin }) => origin.kind === kind);

/** An evidence row and the set that it is from. */
export interface SourcedEvidence {
  readonly sourceId: string;
  readonly row: EvidenceResource;
}

/** The evidence rows of an occupation from all live sets, in the order of the sets. */
export function occupationEvidence(facts: AiFacts): SourcedEvidence[] {
  return facts.sets.flatMap((set) =>
    [...fromOccupations(set, facts), ...fromTasks(set, facts)].map((row) => ({
      sourceId: set.sourceId,
      row,
    })),
  );
}

function fromOccupations(set: LiveSet, facts: AiFacts): EvidenceResource[] {
  const table = tableOf(set.kind);
  const own = facts.occupationFigures.filter(({ sourceId }) => sourceId === set.sourceId);
  if (!table) return usageRows(set, facts, own);
  if (table.subject.kind !== 'occupation') return [];
  return table.measures
    .filter(({ measure }) => SHOWN_MEASURES.has(measure))
    .flatMap(({ measure, unit }): EvidenceResource[] => {
      const rows = own.filter((figure) => figure.measure === measure);
      const found = ownOrParent(facts.soc, rows, facts.titles);
      const head = { source: table.source, release: set.release, measure };
      if (!found) return set.kind === JOB_EXPOSURE.origin.kind ? [{ ...head, value: NO_DATA }] : [];
      const { row, inheritedFrom } = found;
      return [{ ...head, value: row.figure, unit, ...(inheritedFrom === null ? {} : { inheritedFrom }) }];
    });
}

/** Releases that publish usage by occupation: all measures come from the same code. */
function usageRows(set: LiveSet, facts: AiFacts, own: readonly OccupationFigure[]): EvidenceResource[] {
  const found = ownOrParent(facts.soc, own, facts.titles);
  if (!found) return [];
  const { row, inheritedFrom } = found;
  const figures = new Map(
    own.filter(({ subject }) => subject === row.subject).map(({ measure, figure }) => [measure, figure]),
  );
  return occupationUsage(figures).map((measure) => ({
    source: 'aei',
    release: set.release,
    ...measure,
    ...platform(set),
    ...(inheritedFrom === null ? {} : { inheritedFrom }),
  }));
}

function fromTasks(set: LiveSet, facts: AiFacts): EvidenceResource[] {
  const own = facts.taskFigures.filter(({ sourceId }) => sourceId === set.sourceId);
  return taskEvidence(set.kind, own).map((measure) => ({
    source: 'aei',
    release: set.release,
    ...measure,
    ...platform(set),
  }));
}

const platform = ({ part }: LiveSet) => (part === '' ? {} : { precision: part });
