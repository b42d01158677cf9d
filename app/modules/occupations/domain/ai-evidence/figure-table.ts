import type { SourceOrigin } from '../crosswalk/crosswalk-sources';
import type { NamedCells } from '../source-table/column-reader';
import { type FigureBounds, readFigure } from '../source-table/read-figure';
import { quoted } from '../source-table/source-fault';
import { type Figure, SPECIALS, type SubjectKind } from './figure';
import { taskKey } from './task-key';

export interface MeasureColumn extends FigureBounds<string> {
  /** Name under which the figure is kept and shown. */
  readonly measure: string;
  /** % , 0-1, 1-5, 0-100 or a word; formats of the pages. */
  readonly unit: string;
}

/** A file with one row a subject and one column a measure. */
export interface FigureTable {
  readonly origin: SourceOrigin;
  /** Key of the source in evidence packs, such as aei. */
  readonly source: string;
  readonly subject: { readonly kind: SubjectKind; readonly column: string; readonly grammar?: RegExp };
  readonly titleColumn?: string;
  readonly measures: readonly MeasureColumn[];
}

/** SOC or O*NET-SOC codes. */
export const SOC_OR_ONET = /^\d{2}-\d{4}(\.\d{2})?$/;

/** All columns of a table that are read. */
export function columnsOf({ subject, titleColumn, measures }: FigureTable): string[] {
  return [subject.column, ...(titleColumn ? [titleColumn] : []), ...measures.map(({ column }) => column)];
}

/** What a subject is looked up by; null for kinds that nothing looks up, and for what is no subject. */
export function subjectKeyOf(kind: SubjectKind, subject: string): string | null {
  if (SPECIALS.has(subject)) return null;
  if (kind === 'task') return taskKey(subject);
  return kind === 'occupation' || kind === 'skill' ? subject : null;
}

/** The figures of a row, the missing ones left out. Throws InvalidInput with the line. */
export function readFigures(row: NamedCells<string>, table: FigureTable): Figure[] {
  const { kind, column, grammar } = table.subject;
  const subject = row.cell(column);
  if (subject === '' || (grammar && !grammar.test(subject)))
    throw row.fault(`${column} is ${quoted(subject)}; ${grammar ? 'a code' : 'a text'} is expected.`);
  const title = table.titleColumn ? row.cell(table.titleColumn) : '';
  return table.measures.flatMap((measure) => {
    const figure = readFigure(row, measure);
    if (figure === null) return [];
    return [
      {
        line: row.line,
        measure: measure.measure,
        subjectKind: kind,
        subject,
        subjectKey: subjectKeyOf(kind, subject),
        title: title === '' ? null : title,
        category: null,
        facet: '',
        level: null,
        geoId: null,
        figure,
        precision: null,
      },
    ];
  });
}
