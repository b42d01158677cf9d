import { randomUUID } from 'node:crypto';
import { DAY, type DataCall, does, finds, type NamedRows, reads } from './data-call';

const question = { day: DAY, teamIds: null };
const releaseKey = (a: NamedRows) => a.row('titleScores').releaseKey;
const confirmationId = (a: NamedRows) => a.row('mappingConfirmations').confirmationId;
const candidate = { soc: '11-1111.11', title: 'new', score: 1, matchedTitle: 'new', reason: 'new' };

/** Calls about titles and the occupations that they are mapped to. */
export const MAPPING_CALLS: Readonly<Record<string, DataCall>> = {
  'people/title-counts.countTitles': reads(() => [question]),
  'people/title-counts.countTitleOccupations': reads(() => [question]),
  'people/title-counts.listTitleHolders': reads((a) => [
    { ...question, titles: [a.row('employments').title] },
  ]),
  'occupations/title-mappings.listTitleMappings': reads(),
  'occupations/title-mappings.listTitleMappingOccupations': reads(),
  'occupations/title-mappings.upsertTitleMappings': does((a) => [
    [{ ...a.row('titleMappings'), version: 2 }],
    [a.row('titleMappingOccupations')],
  ]),
  'occupations/title-mappings.deleteTitleMappings': does((a) => [[a.row('titleMappings').titleKey]]),
  'occupations/mapped-occupations.listMappedOccupations': reads(),
  'occupations/mapped-occupations.insertMappedOccupations': does((a) => [[noted(a)]]),
  'occupations/mapped-occupations.upsertMappedOccupations': does((a) => [[noted(a)]]),
  'occupations/title-scores.listTitleScores': reads((a) => [releaseKey(a)]),
  'occupations/title-scores.listTitleCandidates': reads((a) => [releaseKey(a), [a.row('titleScores').title]]),
  'occupations/title-scores.upsertTitleScores': does((a) => [
    'other',
    [{ title: a.row('titleScores').title, candidates: [candidate] }],
  ]),
  'occupations/title-scores.deleteOtherTitleScores': does(() => [[]]),
  'occupations/mapping-confirmations.insertConfirmation': does((a) => [
    {
      confirmationId: randomUUID(),
      confirmedBy: 'new',
      confirmedAt: new Date(0),
      people: 1,
      titles: 1,
      decisions: [],
    },
    [{ ...period(a), side: 'after' }],
  ]),
  'occupations/mapping-confirmations.findLastConfirmation': reads(),
  'occupations/mapping-confirmations.listConfirmationPeriods': finds((a) => [confirmationId(a)]),
  'occupations/mapping-confirmations.updateConfirmationUndone': does((a) => [confirmationId(a)]),
  'occupations/catalogue-titles.listOwnTitles': reads(),
  'occupations/catalogue-titles.listSharedTitles': does(),
  'occupations/catalogue-titles.listLoadedTitles': does(() => [[0]]),
};

function noted(a: NamedRows) {
  const { titleKey, soc } = a.row('mappedOccupations');
  return { titleKey, soc, socTitle: 'changed' };
}

function period(a: NamedRows) {
  const { confirmationId: _, ...row } = a.row('mappingConfirmationPeriods');
  return row;
}
