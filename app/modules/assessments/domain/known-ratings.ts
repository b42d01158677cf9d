import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { guessDays, isoDay } from '~/modules/people/domain/imports/import-layout';
import { plainName } from '~/modules/people/domain/imports/plain-name';
import type { CsvTable } from '~/shared/csv';
import { type KnownColumns, knownWords, ownHeader } from './known-columns';

const COLUMNS: KnownColumns = {
  employee_external_id:
    'employeeid employeenumber employeeno personnelnumber personnelno personid staffid staffnumber workerid externalid personalnummer mitarbeiternummer mitarbeiterid matricule numeroempleado idempleado',
  rater: 'raterkind ratertype raterrole kindofrater bewerterart bewertungsart typeevaluateur tipoevaluador',
  rater_external_id:
    'raterid raternumber raterno reviewerid assessorid bewerterid bewerternummer idevaluateur idevaluador',
  assessed_on:
    'date day assessmentdate ratingdate reviewdate ratedon datum bewertetam bewertungsdatum dateevaluation fecha fechaevaluacion',
  occupation: 'occupationcode soc soccode onetcode onetsoccode',
  cycle: 'cyclename reviewcycle zyklus',
  dimension: 'skill competency competence kompetenz competencia',
  level: 'rating score stufe niveau nivel',
  evidence: 'comment comments note notes remark kommentar begruendung commentaire comentario',
  ...Object.fromEntries(DIMENSIONS.map((one) => [one, plainName(DIMENSION_LABELS[one])])),
};

/** Words that other programs write in a column, by plainName. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rater: {
    self: 'selfrating selfassessment selbst selbsteinschaetzung autoevaluation autoevaluacion',
    manager: 'supervisor linemanager vorgesetzter vorgesetzte fuehrungskraft superieur responsable jefe jefa',
    peer: 'colleague coworker kollege kollegin collegue colega',
    calibrated: 'calibration kalibriert calibre calibrado',
  },
  dimension: Object.fromEntries(DIMENSIONS.map((one) => [one, plainName(DIMENSION_LABELS[one])])),
  level: { '?': 'unsure unsicher incertain' },
};

/**
 * A table of ratings under Cadre's own names of columns, own words and days as YYYY-MM-DD, where other programs named and
 * wrote them otherwise. Own names go first, each column is one field; what is not known stays, for the reader to refuse.
 */
export function asOwnRatings(table: CsvTable): CsvTable {
  const header = ownHeader(table.header, COLUMNS);
  const dayAt = header.indexOf('assessed_on');
  const days = guessDays(table.rows.slice(0, 1_000).map(({ values }) => values[dayAt] ?? ''));
  const read = header.map((field) => {
    if (field === 'assessed_on') return (cell: string) => isoDay(cell, days);
    const words = knownWords(WORDS[field] ?? {});
    return words.size === 0 ? null : (cell: string) => words.get(plainName(cell)) ?? cell;
  });
  const rows = table.rows.map(({ line, values }) => ({
    line,
    values: values.map((cell, at) => read[at]?.(cell) ?? cell),
  }));
  return { ...table, header, rows };
}
