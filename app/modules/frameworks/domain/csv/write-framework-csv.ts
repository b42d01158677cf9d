import { writeCsv } from '~/shared/write-csv';
import { DIMENSIONS, type Dimension } from '../dimension';
import type { FrameworkContent, SourceNotice, Statement } from '../document';
import { writeCitations } from './citation-cell';
import { FRAMEWORK_HEADER, type FrameworkColumn } from './framework-columns';

export interface WrittenFramework {
  readonly soc: string;
  /** Title of the occupation. */
  readonly title: string;
  readonly source: Omit<SourceNotice, 'kind'>;
  readonly content: FrameworkContent;
}

type Cells = Partial<Record<FrameworkColumn, string>>;

const order = (dimension: Dimension | null) => (dimension === null ? -1 : DIMENSIONS.indexOf(dimension));

function byPlace(a: Statement, b: Statement): number {
  return a.rank - b.rank || order(a.dimension) - order(b.dimension) || a.position - b.position;
}

/** What stands in the first row only. */
function firstRow({ title, source, content }: WrittenFramework): Cells {
  return {
    occupation_title: title,
    context: content.contextCovered,
    source: source.name,
    release: source.release,
    licence: source.licence ?? '',
    attribution: source.attribution ?? '',
    address: source.url ?? '',
  };
}

function statementRow({ soc, content }: WrittenFramework, statement: Statement): Cells {
  const { rank, dimension, position, label, behaviour, citations, split } = statement;
  const level = content.levels.find((one) => one.rank === rank);
  return {
    occupation: soc,
    instrument: content.instrument,
    version: content.version,
    level: String(rank),
    level_label: level?.label ?? '',
    caption: level?.caption ?? '',
    dimension: dimension ?? '',
    position: String(position),
    label,
    behaviour,
    citations: writeCitations(citations),
    split,
  };
}

/**
 * A framework as CSV (docs/csv.md), by level, dimension and position, without a byte order mark.
 * `parseFrameworkCsv` reads the same framework from it.
 */
export function writeFrameworkCsv(framework: WrittenFramework): string {
  const statements = [...framework.content.statements].sort(byPlace);
  const rows = statements.map((statement, index) => {
    const cells = {
      ...statementRow(framework, statement),
      ...(index === 0 ? firstRow(framework) : {}),
    };
    return FRAMEWORK_HEADER.map((column) => cells[column] ?? '');
  });
  return writeCsv(FRAMEWORK_HEADER, rows);
}
