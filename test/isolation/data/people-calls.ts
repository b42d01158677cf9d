import { randomUUID } from 'node:crypto';
import { DAY, type DataCall, does, finds, reads } from './data-call';

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
  'people/employees.deleteEmails': does((a) => [[a.row('employees').employeeId]]),
  'people/employees.upsertEmployees': does((a) => [[{ ...a.row('employees'), name: 'changed' }]]),

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
  'people/employments.upsertEmployments': does((a) => [[{ ...a.row('employments'), title: 'changed' }]]),

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

  'people/import-lock.lockPeopleImport': does(),
  'people/main-occupations.countMainOccupations': reads((a) => [[a.row('teams').teamId], DAY]),
  'people/occupation-codes.listKnownCodes': finds((a) => [[a.row('ownOccupations').soc]]),
  'people/sites.listSites': reads(),
  'people/sites.insertSites': does(() => [[{ siteId: randomUUID(), name: 'new' }]]),
  'people/team-members.listActivePage': reads((a) => [
    [a.row('teams').teamId],
    { day: DAY, limit: 10, after: null },
  ]),
  'people/team-members.listAnyStatusIds': finds((a) => [[a.row('teams').teamId], DAY]),
  'people/teams.listTeamPlaces': reads(),
  'people/teams.insertTeams': does((a) => [
    [{ teamId: randomUUID(), name: 'new', parentId: a.row('teams').teamId, validFrom: DAY }],
  ]),

  'people/target-profiles.listTargetProfiles': reads((a) => [[a.row('targetProfiles').soc]]),
  'people/target-profiles.listTargetProfilesOn': reads(() => [DAY]),
  'people/target-profiles.deleteTargetProfiles': does((a) => [[a.row('targetProfiles')]]),
  'people/target-profiles.upsertTargetProfiles': does((a) => [[{ ...a.row('targetProfiles'), weight: 3 }]]),
};
