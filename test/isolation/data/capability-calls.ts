import { randomUUID } from 'node:crypto';
import { emptyTeamCell } from '~/modules/capability/domain/team-cell';
import { DAY, type DataCall, does, finds, reads } from './data-call';

const stamp = { asOf: DAY, computedAt: new Date(DAY), formulaVersion: '1' };

/** Calls of the module capability. */
export const CAPABILITY_CALLS: Readonly<Record<string, DataCall>> = {
  'capability/capability-state.findCapabilityState': reads(),
  'capability/capability-state.upsertCapabilityState': does(() => [{ ...stamp, sourceWatermark: 99 }]),
  'capability/direct-cells.sumDirectCells': reads((a) => [[a.row('teams').teamId], DAY]),
  'capability/dirty-lists.claimDirty': finds(() => [10]),
  'capability/dirty-lists.countDirty': finds(),
  'capability/dirty-lists.insertDirty': does(() => [
    { employeeIds: [randomUUID()], teamIds: [randomUUID()] },
  ]),
  'capability/dirty-lists.lockRefresh': does(),
  'capability/group-requirements.listRequirementPeriods': reads(() => [null]),
  'capability/group-requirements.deleteRequirementPeriods': does((a) => [[a.row('groupRequirements')]]),
  'capability/group-requirements.insertRequirementPeriods': does((a) => [
    [
      {
        ...{ requirementId: randomUUID(), validFrom: DAY, validTo: null },
        ...{ name: 'new', dimension: 'leadership', level: 3, minimum: 2, reason: '' },
        groups: { kind: 'teams', teamIds: [a.row('teams').teamId] },
      },
    ],
  ]),
  'capability/group-requirements.lockRequirements': does(),
  'capability/heatmap-cells.replaceCells': does((a) => {
    const teamId = a.row('heatmapCells').groupId;
    const cell = {
      teamId,
      rowKind: 'group',
      dimension: 'leadership',
      cell: emptyTeamCell(),
      singlePoint: false,
    };
    return [
      { group: [teamId], direct: [teamId] },
      { cells: [cell], stamp, watermark: 99 },
    ];
  }),
  'capability/heatmap-cells.listCells': reads((a) => [
    [a.row('heatmapCells').groupId],
    a.row('heatmapCells').rowKind,
  ]),
  'capability/profiles.upsertProfiles': does((a) => [
    [
      {
        ...a.row('profiles'),
        hasAcceptedEvidence: false,
        isDefault: false,
        assessmentIds: [],
        strengthUnits: 0,
      },
    ],
    stamp,
  ]),
  'capability/profiles.listProfiles': reads((a) => [[a.row('profiles').employeeId]]),
  'capability/profiles.hasLevels': finds(),
  'capability/profiles.hasComputedSince': finds(() => [new Date('1900-01-01')]),
  'capability/profiles.listPeopleChangingBy': finds(() => [DAY]),
  'capability/release-source.listReleasePeople': finds(() => [DAY, DAY]),
  'capability/level-counts.countLevels': finds((a) => [
    {
      ...{ dimensions: [a.row('profiles').dimension], moment: { kind: 'stored', day: DAY } },
      ...{ teamIds: null, siteId: null, peopleIds: null },
    },
  ]),
  'capability/readiness-moves.countReadinessMoves': finds(() => [
    {
      before: null,
      after: { kind: 'stored', day: DAY },
      rows: 'occupation',
      rowOfTeam: new Map(),
      teamIds: null,
      siteId: null,
      peopleIds: null,
    },
  ]),
  'capability/release-exposures.listReleaseExposures': reads((a) => [a.row('releases').releaseId]),
  'capability/releases.listReleases': finds(),
  'capability/releases.countReleases': finds(),
  'capability/releases.findLatestRelease': finds(),
  'capability/releases.insertRelease': does(() => [
    {
      releaseId: randomUUID(),
      sequence: 2,
      asOf: DAY,
      reason: 'month_end',
      suppressionK: 5,
      madeAt: new Date(DAY),
      formulaVersion: '1',
      aiUseTree: 'occupation',
      exposureRelease: null,
      constants: null,
      requirements: [],
    },
  ]),
  'capability/releases.findReleaseMethod': finds((a) => [a.row('releases').releaseId]),
  'capability/releases.insertReleaseFacts': does((a) => [
    a.row('releases').releaseId,
    {
      groups: [{ id: randomUUID(), parentId: null, name: 'new' }],
      people: [{ employeeId: randomUUID(), groupId: randomUUID(), levels: [], targets: [], ratings: [] }],
      occupations: { groups: [{ id: '33-0000', parentId: null, name: 'new' }], people: [] },
    },
  ]),
  'capability/releases.listReleaseFacts': reads((a) => [a.row('releases').releaseId]),
  'capability/release-cuts.findCut': reads((a) => [a.row('releases').releaseId, '']),
  'capability/release-cuts.hasCut': finds((a) => [a.row('releases').releaseId, '']),
  'capability/release-cuts.insertCut': does((a) => [
    { releaseId: a.row('bareReleases').releaseId, cutKey: '', cut: {} },
  ]),
  'capability/release-cuts.listAssignedReleases': finds(() => ['', DAY]),
  'capability/release-cuts.insertAssignments': does((a) => [
    'user:new',
    [{ releaseId: a.row('releases').releaseId, cutKey: '' }],
  ]),
  'capability/release-cuts.lockCuts': does(),
};
