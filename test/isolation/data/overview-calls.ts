import { randomUUID } from 'node:crypto';
import { NO_MOVES } from '~/modules/capability/domain/overview/development-velocity';
import { NOTHING } from '~/modules/capability/domain/overview/overview-sums';
import { DAY, type DataCall, does, finds, reads } from './data-call';

const stamp = { asOf: DAY, computedAt: new Date(DAY), formulaVersion: '1' };

/** Calls of the module capability about the overview and saved views. */
export const OVERVIEW_CALLS: Readonly<Record<string, DataCall>> = {
  'capability/person-overview.replacePersonOverviews': does((a) => [
    [
      {
        employeeId: a.row('employees')['employeeId'],
        ...{ withTarget: 0, assessed: 0, due: 0, strengthUnits: 0, aiAttainment: null, aiTarget: false },
        ...{ quarter: DAY, moves: NO_MOVES, formerMoves: NO_MOVES },
      },
    ],
    stamp,
  ]),
  'capability/person-overview.sumPeopleOverviews': finds(() => [DAY]),
  'capability/overview-snapshots.replaceOverviewSnapshot': does(() => [
    [{ teamId: randomUUID(), sums: NOTHING }],
    stamp,
  ]),
  'capability/overview-snapshots.listOverviewSnapshots': reads(() => [
    { from: '2000-01-01', before: '2100-01-01' },
  ]),
  'capability/overview-snapshots.deleteOverviewSnapshotsBefore': does(() => ['2100-01-01']),
  'capability/decisions.insertDecision': does(() => [
    {
      decisionId: randomUUID(),
      ...{ question: 'Another?', ownerId: 'u1', dueOn: DAY, shared: false, writtenBy: 'u1' },
      ...{ figure: null, figureThen: null, figureWords: null, figureScope: null, figureOn: null },
    },
  ]),
  'capability/decisions.listDecisionRows': reads(() => [null]),
  'capability/decisions.findDecision': reads((a) => [a.row('decisions')['decisionId']]),
  'capability/decisions.updateDecided': finds((a) => [
    a.row('decisions')['decisionId'],
    { choice: 'this', reason: 'so', decidedBy: 'u1' },
  ]),
  'capability/decisions.updateOpenDecision': finds((a) => [
    a.row('decisions')['decisionId'],
    { ownerId: 'u2', dueOn: DAY },
  ]),
  'capability/decisions.deleteOpenDecision': finds((a) => [a.row('decisions')['decisionId']]),
  'capability/saved-views.insertSavedView': does(() => [
    { viewId: randomUUID(), name: 'Another', search: '', shared: false, savedBy: 'u1' },
  ]),
  'capability/saved-views.listSavedViewRows': reads((a) => [a.row('saved_views')['savedBy']]),
  'capability/saved-views.findSavedView': reads((a) => [a.row('saved_views')['viewId']]),
  'capability/saved-views.renameSavedView': does((a) => [a.row('saved_views')['viewId'], 'Renamed']),
  'capability/saved-views.deleteSavedView': does((a) => [a.row('saved_views')['viewId']]),
  'capability/saved-views.deletePrivateViews': does((a) => [a.row('saved_views')['savedBy']]),
};
