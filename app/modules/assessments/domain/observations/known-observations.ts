import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { guessDays, isoDay } from '~/modules/people/domain/imports/import-layout';
import { plainName } from '~/modules/people/domain/imports/plain-name';
import type { CsvTable } from '~/shared/csv';
import { type KnownColumns, knownWords, ownHeader } from '../known-columns';

const COLUMNS: KnownColumns = {
  observed_on: 'date day observedon drilldate reviewdate datum fecha',
  event: 'drill review exercise incident title occasion uebung ereignis exercice evenement ejercicio evento',
  employee_external_id:
    'person people employee employeeid employeenumber personnelnumber personid staffid externalid personalnummer mitarbeiternummer matricule numeroempleado',
  dimension: 'skill competency competence kompetenz competencia',
  outcome: 'result ergebnis resultat resultado',
  observer_external_id:
    'observer observerid observernumber observedby assessor beobachter observateur observador',
  note: 'notes comment comments remark bemerkung kommentar commentaire comentario',
};

const WORDS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  dimension: knownWords(Object.fromEntries(DIMENSIONS.map((one) => [one, plainName(DIMENSION_LABELS[one])]))),
  outcome: knownWords({
    demonstrated: 'yes shown passed met',
    partly: 'partially partlydemonstrated partial',
    not_demonstrated: 'no notshown failed notmet',
  }),
};

/**
 * A table of observations under Cadre's own names of columns, own words and days as YYYY-MM-DD, where a sheet of drills
 * names and writes them otherwise; what is not known stays, for the reader to refuse.
 */
export function asOwnObservations(table: CsvTable): CsvTable {
  const header = ownHeader(table.header, COLUMNS);
  const dayAt = header.indexOf('observed_on');
  const days = guessDays(table.rows.slice(0, 1_000).map(({ values }) => values[dayAt] ?? ''));
  const rows = table.rows.map(({ line, values }) => ({
    line,
    values: values.map((cell, at) => {
      const field = header[at] ?? '';
      return field === 'observed_on' ? isoDay(cell, days) : (WORDS[field]?.get(plainName(cell)) ?? cell);
    }),
  }));
  return { ...table, header, rows };
}
