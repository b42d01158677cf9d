import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { guessDays, isoDay } from '~/modules/people/domain/imports/import-layout';
import { plainName } from '~/modules/people/domain/imports/plain-name';
import type { CsvTable } from '~/shared/csv';

/** Names that other programs give the columns of ratings, by plainName. What could mean two of them is left out. */
const COLUMNS: Readonly<Record<string, string>> = {
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
  const header = ownHeader(table.header);
  const dayAt = header.indexOf('assessed_on');
  const days = guessDays(table.rows.slice(0, 1_000).map(({ values }) => values[dayAt] ?? ''));
  const read = header.map((field) => {
    if (field === 'assessed_on') return (cell: string) => isoDay(cell, days);
    const words = meanings(WORDS[field] ?? {});
    return words.size === 0 ? null : (cell: string) => words.get(plainName(cell)) ?? cell;
  });
  const rows = table.rows.map(({ line, values }) => ({
    line,
    values: values.map((cell, at) => read[at]?.(cell) ?? cell),
  }));
  return { ...table, header, rows };
}

function ownHeader(header: readonly string[]): string[] {
  const names = header.map(plainName);
  const own = header.map((name) => (name in COLUMNS ? name : null));
  const taken = new Set(own);
  for (const [field, synonyms] of Object.entries(COLUMNS)) {
    if (taken.has(field)) continue;
    const wanted = [plainName(field), ...synonyms.split(' ')];
    const place = wanted
      .map((name) => names.findIndex((one, at) => one === name && own[at] === null))
      .find((at) => at >= 0);
    if (place !== undefined) own[place] = field;
  }
  return header.map((name, at) => own[at] ?? name);
}

function meanings(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([own, others]) => others.split(' ').map((word) => [word, own] as const)),
  );
}
