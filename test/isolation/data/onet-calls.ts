import { type DataCall, does } from './data-call';

const of = { loadIds: [1], soc: '99-9999.99' };
const pair = { from: 1, to: 2 };

/**
 * Calls of the functions that read O*NET releases. They are the same for every organization, so nobody finds a row
 * of an organization with them; the organization's context must be enough to read them.
 */
export const ONET_CALLS: Readonly<Record<string, DataCall>> = {
  'occupations/onet-loads.listLiveTables': does(),
  'occupations/onet-loads.listReleaseSources': does(() => [['30.2']]),
  'occupations/onet-loads.listLoadedTables': does(),
  'occupations/onet-attributes.listOnetRatings': does(() => [
    { tables: [{ loadId: 1, dataset: 'skills' }], soc: of.soc },
  ]),
  'occupations/onet-attributes.listOnetTasks': does(() => [of]),
  'occupations/onet-attributes.listTaskImportance': does(() => [of]),
  'occupations/onet-attributes.listOnetTechnology': does(() => [of]),
  'occupations/onet-attributes.listOnetTools': does(() => [of]),
  'occupations/onet-occupation-rows.findOnetOccupation': does(() => [of]),
  'occupations/onet-occupation-rows.findJobZone': does(() => [of]),
  'occupations/onet-occupation-rows.listOnetTitles': does(() => [of]),
  'occupations/onet-occupation-rows.listRelated': does(() => [{ ...of, occupationLoads: [1] }]),
  'occupations/onet-all-texts.listTitlesOfLoads': does(() => [{ alternate: [1], reported: [1] }]),
  'occupations/onet-all-texts.listTaskTextsOfLoads': does(() => [[1]]),
  'occupations/onet-all-texts.listOwnTitlesOfLoads': does(() => [[1]]),
  'occupations/onet-difference.listTaskChanges': does(() => [pair]),
  'occupations/onet-difference.listTitleChanges': does(() => [{ ...pair, kind: 'alternate' }]),
  'occupations/onet-difference.listJobZoneChanges': does(() => [pair]),
  'occupations/onet-difference.listOccupationChanges': does(() => [pair]),
  'occupations/title-training-rows.listTrainingRows': does(() => [
    { occupations: [1], alternateTitles: [1], reportedTitles: [1], tasks: [1], after: '', limit: 10 },
  ]),
  'occupations/onet-profile-rows.listProfiles': does(() => [of.soc]),
  'occupations/onet-profile-rows.listProfileEntries': does(() => [['00000000-0000-4000-8000-000000000000']]),
};
