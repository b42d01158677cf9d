import { FACTS_BYTES } from '~/modules/capability/domain/person-facts';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { DAY, type DataCall, does, finds, reads } from './data-call';

const EVERYBODY = { teamIds: null, siteIds: null, socs: null, bands: null, kinds: null, available: null };
const nothing = DIMENSIONS.map(() => null);

/** Calls of the compact rows of people. */
export const FIGURES_CALLS: Readonly<Record<string, DataCall>> = {
  'capability/person-figures.listPersonPlaces': finds((a) => [[a.row('employments').employeeId], DAY]),
  'capability/person-figures.listTeamPlaces': finds((a) => [[a.row('employments').teamId], DAY]),
  'capability/person-figures.replacePersonFigures': does((a) => [
    [a.row('employees').employeeId],
    {
      figures: [
        {
          ...{ employeeId: a.row('employees').employeeId, teamId: a.row('teams').teamId, siteId: null },
          ...{ kind: 'employee', available: true, soc: null, roleBand: null, sums: '1' },
          facts: new Uint8Array(FACTS_BYTES),
          ...{ newestDays: nothing, levels: nothing, targets: nothing },
        },
      ],
      stamp: { asOf: DAY, computedAt: new Date(DAY), formulaVersion: '1' },
    },
  ]),
  'capability/person-figures.sumPersonFigures': reads(() => [EVERYBODY, { by: 'occupation' }]),
  'capability/figures-blocks.listFiguresBlocks': reads(() => [{ latest: 0, people: null }]),
  'capability/figures-blocks.listPeopleWithoutFacts': finds(() => []),
  'capability/person-figures.groupKey': does(() => [{ by: 'site' }]),
  'capability/month-end-levels.findKeptDay': finds(() => [{ since: '2000-01-01', before: '2100-01-01' }]),
  // Whom the rows of a release name has no record in these rows.
  'capability/month-end-levels.countLevelPairs': finds((a) => [
    {
      kept: { releaseId: a.row('releases')['releaseId'], asOf: DAY },
      past: { selection: EVERYBODY, grouping: { by: 'band' } },
      now: { selection: EVERYBODY, grouping: { by: 'band' } },
      readable: null,
    },
  ]),
  'capability/person-figures.selected': does(() => [EVERYBODY]),
  'capability/figures-page.listFiguresPage': reads(() => [
    EVERYBODY,
    { order: { by: 'name', down: false }, after: null, offset: 0, limit: 10 },
  ]),
  'capability/figures-page.countFigures': finds(() => [EVERYBODY]),
  'capability/figures-page.listFiguresPlaces': reads(() => [EVERYBODY]),
  'capability/figures-page.listMainCodes': reads(() => [null]),
  'capability/figures-detail.listMainOccupations': reads(() => [EVERYBODY, 3]),
  'capability/figures-detail.listCountedVersions': reads((a) => [EVERYBODY, a.row('profiles').dimension]),
};
