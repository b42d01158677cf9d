import { type DataCall, does, finds, reads } from './data-call';

const SOC = '33-9032.00';

/** Reads of crosswalks, standards and figures about AI: reference data, nothing of it belongs to an organization. */
export const SOURCE_CALLS: Readonly<Record<string, DataCall>> = {
  'occupations/source-overview.listAllSources': reads(() => [500]),
  'occupations/source-overview.listSourceRowCounts': does(),
  'frameworks/source-statements.countStatementsOfSources': finds(),
  'occupations/ai-evidence-lookups.listLiveSets': does(),
  'occupations/ai-evidence-lookups.listOccupationFigures': does(() => [[SOC], ['observed_exposure']]),
  'occupations/ai-evidence-lookups.listTaskFigures': does(() => [SOC]),
  'occupations/ai-evidence-lookups.listSkillScores': does(),
  'occupations/ai-evidence-lookups.listPatternFigures': does(),
  'occupations/crosswalk-lookups.listProgrammesOf': does(() => ['33-9032']),
  'occupations/crosswalk-lookups.listOccupationsOfProgramme': does(() => ['43.0112']),
  'occupations/crosswalk-lookups.listGroups': does(() => [['33-0000']]),
  'occupations/standard-lookups.listLinkedStandards': does(() => [SOC]),
  'occupations/standard-lookups.listStandardHeads': does(),
  'occupations/standard-lookups.findStandardPage': does(() => [{ urn: 'TSTDK12' }]),
  'occupations/standard-lookups.listStandardStatements': does(() => ['00000000-0000-7000-8000-000000000000']),
  'occupations/standard-lookups.listStandardTerms': does(() => ['00000000-0000-7000-8000-000000000000']),
  'occupations/standard-lookups.listLinkedOccupations': does(() => [{ urn: 'TSTDK12', version: '3' }]),
};
