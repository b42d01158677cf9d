import { randomUUID } from 'node:crypto';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { DAY, type DataCall, does, finds, reads } from './data-call';

/** Everybody, whatever their status. */
const SELECTION = {
  day: DAY,
  filter: { ...EVERYBODY_PRESENT, status: 'all' },
  teamIds: null,
  scope: { everybody: true, teams: new Set(), self: null, detailed: true },
};

/** Calls of the module people. */
export const PEOPLE_CALLS: Readonly<Record<string, DataCall>> = {
  'people/employees.findEmployeeIdByUser': finds((a) => [a.row('employees').userId]),
  'people/employees.findEmployee': reads((a) => [{ employeeId: a.row('employees').employeeId }]),
  'people/employees.listDirectory': reads(),
  'people/employees.listEmployeesByExternalId': reads((a) => [[a.row('employees').externalId]]),
  'people/employees.findAnyEmployeeId': finds(),
  'people/employees.listAllEmployeeIds': finds(),
  'people/employees.updateEmployeeUser': does((a) => [a.row('employees').employeeId, randomUUID()]),
  'people/employees.listEmployees': reads((a) => [[a.row('employees').employeeId]]),
  'people/employees.deleteEmails': does((a) => [[a.row('employees').employeeId], ['a@b.example']]),
  'people/employees.insertEmployees': does((a) => [
    [{ ...a.row('employees'), employeeId: randomUUID(), externalId: 'new', name: 'New', email: null }],
  ]),
  'people/employees.updateEmployees': does((a) => [[{ ...a.row('employees'), name: 'changed' }]]),

  'people/changes-by-date.listEmploymentChanges': finds(() => [{ after: '1900-01-01', upTo: '2999-01-01' }]),
  'people/changes-by-date.listOccupationChanges': finds(() => [{ after: '1900-01-01', upTo: '2999-01-01' }]),
  'people/changes-by-date.listTargetChanges': finds(() => [{ after: '1900-01-01', upTo: '2999-01-01' }]),
  'people/changes-by-date.listPlaceChanges': finds(() => [{ after: '1800-01-01', upTo: '2999-01-01' }]),

  'people/employments.listEmployments': reads((a) => [[a.row('employees').employeeId]]),
  'people/employments.findEmployment': reads((a) => [a.row('employees').employeeId, DAY]),
  'people/employments.listActiveOfTeams': reads((a) => [[a.row('teams').teamId], DAY]),
  'people/employments.listReportsOf': reads((a) => [a.row('employments').managerId, DAY]),
  'people/employments.listTeamsOn': finds((a) => [[a.row('employees').employeeId], DAY]),
  'people/employments.deleteEmployments': does((a) => [[a.row('employments')]]),
  'people/employments.updateEmploymentEnds': does((a) => [
    [{ ...a.row('employments'), validTo: '2199-12-31' }],
  ]),
  'people/employments.upsertEmployments': does((a) => [[{ ...a.row('employments'), title: 'changed' }]]),

  'people/former-places.keepFormerEmployments': does((a) => [
    [{ ...a.row('employments'), inTeamUntil: DAY, underManagerUntil: DAY }],
  ]),
  'people/former-places.listPlacesFound': finds((a) => [
    a.row('importChanges').importId,
    [a.row('importChanges').employeeId],
  ]),
  'people/former-places.listFormerPlacesOf': finds((a) => [a.row('formerMembers').employeeId]),
  'people/former-places.deleteFormerPlaces': does((a) => [[a.row('formerMembers').employeeId]]),
  'people/erased-places.insertErasedPlaces': does((a) => [
    { employeeId: a.row('employments').employeeId, replacement: randomUUID(), day: DAY },
  ]),
  'people/erased-places.listErasedIds': does(),
  'people/former-places.keepFormerTeamParents': does((a) => [
    [{ ...a.row('formerTeamParents'), lastDay: '2199-12-31' }],
  ]),
  'people/former-places.listFormerTeamPlaces': finds(),

  'people/employee-occupations.listEmployeeOccupations': reads((a) => [[a.row('employees').employeeId]]),
  'people/employee-occupations.listEmployeeOccupationsOn': reads((a) => [
    [a.row('employees').employeeId],
    DAY,
  ]),
  'people/employee-occupations.listHolders': finds((a) => [[a.row('employeeOccupations')]]),
  'people/employee-occupations.deleteEmployeeOccupations': does((a) => [[a.row('employeeOccupations')]]),
  'people/employee-occupations.upsertEmployeeOccupations': does((a) => [
    [{ ...a.row('employeeOccupations'), share: 1 }],
  ]),

  'people/email-owners.findEmployeeIdByEmail': finds((a) => [a.row('employees').email]),
  'people/email-owners.listEmailKeys': does(() => [['A@b.example']]),
  'people/email-owners.listPeopleWithTakenEmail': does((a) => [
    [{ employeeId: '00000000-0000-4000-8000-000000000000', email: a.row('employees').email }],
  ]),
  'people/owned-fields.listOwnedFieldRows': finds((a) => [[a.row('employees').employeeId]]),
  'people/owned-fields.listAllOwnedFieldRows': finds(() => []),
  'people/owned-fields.insertOwnedFields': does((a) => [
    [{ employeeId: a.row('employees').employeeId, field: 'kind' }],
  ]),
  'people/owned-fields.deleteOwnedFields': does((a) => [
    a.row('ownedFields').employeeId,
    [a.row('ownedFields').field],
  ]),
  'people/import-lock.lockPeopleImport': does(),
  'people/main-occupations.countMainOccupations': reads((a) => [[a.row('teams').teamId], DAY]),
  'people/occupation-codes.listKnownCodes': finds((a) => [[a.row('ownOccupations').soc]]),
  'people/people-list.listPeopleRange': reads(() => [
    SELECTION,
    { sort: 'name', teamKeys: new Map(), beside: null, offset: 0, limit: 10 },
  ]),
  'people/people-list.countSelection': finds(() => [SELECTION]),
  'people/people-list.listSelectedIds': finds(() => [SELECTION]),
  'people/people-periods.periods': does(() => [SELECTION]),
  'people/people-list.listHeldCodes': finds(() => [
    DAY,
    { everybody: true, teams: new Set(), self: null, detailed: true },
  ]),
  'people/sites.listSites': reads(),
  'people/sites.insertSites': does(() => [[{ siteId: randomUUID(), name: 'new' }]]),
  'people/sites.updateSiteName': does((a) => [a.row('sites').siteId, 'renamed']),
  'people/sites.deleteSite': does(() => [randomUUID()]),
  'people/site-people.countPeopleBySite': does(() => [DAY]),
  'people/site-people.listPeopleAtBoth': does((a) => [[a.row('sites').siteId, randomUUID()]]),
  'people/site-people.moveSitePeople': does((a) => [a.row('sites').siteId, a.row('sites').siteId]),
  'people/site-people.moveSitePositions': does((a) => [a.row('sites').siteId, a.row('sites').siteId]),
  'people/site-people.countSitePositions': does((a) => [a.row('sites').siteId]),
  'people/team-people.countPeopleByTeam': does(() => [DAY]),
  'people/team-people.countPeopleFrom': finds((a) => [a.row('teams').teamId, '1900-01-01']),
  'people/team-people.listPeopleInTeam': reads((a) => [a.row('teams').teamId, { day: DAY, limit: 10 }]),
  'people/team-people.listManagersOfTeam': finds((a) => [a.row('teams').teamId, DAY]),
  'people/team-people.countPositionsFrom': finds((a) => [a.row('teams').teamId, '1900-01-01']),
  'people/team-people.isTeamUsed': finds((a) => [a.row('teams').teamId]),
  'people/team-members.listAnyStatusIds': finds((a) => [[a.row('teams').teamId], DAY]),
  'people/team-members.listLastDays': finds((a) => [
    { teams: new Map([[a.row('teams').teamId, DAY]]), managerId: null, day: DAY },
  ]),
  'people/teams.listTeamPlaces': reads(),
  'people/teams.listTeamPlacesAround': reads((a) => [[a.row('teams').teamId], DAY]),
  'people/teams.insertTeams': does((a) => [
    [{ teamId: randomUUID(), name: 'new', parentId: a.row('teams').teamId, validFrom: DAY }],
  ]),

  'people/teams.updateTeamName': does((a) => [a.row('teams').teamId, 'renamed']),
  'people/teams.storePlaces': does((a) => [
    a.row('teams').teamId,
    {
      removed: ['1950-01-01'],
      written: [{ validFrom: '2199-01-01', validTo: null, facts: { parentId: null } }],
    },
  ]),
  'people/teams.deleteTeam': does(() => [randomUUID()]),

  'people/positions.listAllPositions': reads(),
  'people/positions.listPositionsAfter': reads(() => [{ after: null, limit: 10 }]),
  'people/positions.listPositionsById': reads((a) => [[a.row('positions').positionId]]),
  'people/positions.upsertPositions': does((a) => [[{ ...a.row('positions'), title: 'changed' }]]),
  'people/position-incumbents.listIncumbents': finds((a) => [[a.row('positions').positionId]]),
  'people/position-incumbents.listPostsOf': finds((a) => [[a.row('positionIncumbents').employeeId]]),
  'people/position-incumbents.replaceIncumbents': does((a) => [
    [a.row('positions').positionId],
    [a.row('positionIncumbents')],
  ]),
  'people/position-incumbents.listIncumbentChanges': finds(() => [
    { after: '1900-01-01', upTo: '2999-01-01' },
  ]),
  'people/position-profiles.listPositionProfiles': reads((a) => [[a.row('positions').positionId]]),
  'people/position-profiles.replacePositionProfile': does((a) => [
    a.row('positions').positionId,
    [a.row('positionProfiles')],
  ]),
  'people/position-profiles.listIncumbentTargets': reads((a) => [
    [a.row('positionIncumbents').employeeId],
    DAY,
  ]),
  'people/position-horizons.listHorizons': finds((a) => [[a.row('positions').positionId]]),
  'people/position-horizons.listHorizonsOf': finds((a) => [a.row('positionHorizons').employeeId]),
  'people/position-horizons.replaceHorizons': does((a) => [
    [a.row('positions').positionId],
    [a.row('positionHorizons')],
  ]),
  'people/position-pools.listPoolFilters': reads((a) => [a.row('positions').positionId]),
  'people/position-pools.listCandidates': finds((a) => [a.row('positions').positionId]),
  'people/position-pools.listCandidaciesOf': finds((a) => [a.row('positionCandidates').employeeId]),
  'people/position-pools.replacePoolFilters': does((a) => [
    a.row('positions').positionId,
    [{ kind: 'site', value: 'changed' }],
  ]),
  'people/position-pools.replaceCandidates': does((a) => [
    a.row('positions').positionId,
    [{ employeeId: a.row('employees').employeeId, move: 'down' }],
  ]),

  'people/target-profiles.listTargetProfiles': reads((a) => [[a.row('targetProfiles').soc]]),
  'people/target-profiles.listTargetProfilesOn': reads(() => [DAY]),
  'people/target-profiles.listTargetPage': reads(() => [
    { asOf: DAY, soc: null, roleBand: null, after: null, limit: 10 },
  ]),
  'people/target-holders.countTargetHolders': finds(() => [{ day: DAY, minimumShare: 0, teamIds: null }]),
  'people/target-holders.countPeopleTouched': finds((a) => [
    [a.row('employeeOccupations')],
    { day: DAY, minimumShare: 0, teamIds: null },
  ]),
  'people/target-profiles.deleteTargetProfiles': does((a) => [[a.row('targetProfiles')]]),
  'people/target-profiles.upsertTargetProfiles': does((a) => [[{ ...a.row('targetProfiles'), weight: 3 }]]),
};
