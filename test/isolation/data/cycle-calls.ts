import { randomUUID } from 'node:crypto';
import { DAY, type DataCall, does, finds, type NamedRows, reads } from './data-call';

const cycleOf = (a: NamedRows) => a.row('cycles')['cycleId'];
const personOf = (a: NamedRows) => a.row('cyclePeople')['employeeId'];
const people = (a: NamedRows) => ({ cycleId: cycleOf(a), employeeIds: [personOf(a)], day: DAY });
const question = (a: NamedRows) => ({ cycleId: cycleOf(a), day: DAY, teamIds: null, nonRaters: [] });
const peerOf = (a: NamedRows) => ({
  cycleId: cycleOf(a),
  employeeId: personOf(a),
  raterId: a.row('cycleRaters')['raterId'],
});
const held = (a: NamedRows) => ({
  cycleId: cycleOf(a),
  revision: a.row('cycles')['revision'],
  state: a.row('cycles')['state'],
});
const fields = {
  ...{ name: 'another', opensOn: DAY, closesOn: DAY, purpose: null, instruments: ['durable'] },
  ...{ raterKinds: ['self'], selfManager: 'blind', peerChoice: 'manager', peersAnonymous: true },
  ...{ peopleFilter: {}, remindDays: [1] },
};

/** Calls of the module assessments about cycles. */
export const CYCLE_CALLS: Readonly<Record<string, DataCall>> = {
  'assessments/cycle-rows.findCycle': reads((a) => [cycleOf(a)]),
  'assessments/cycle-rows.listAllCycles': reads(),
  'assessments/cycle-rows.holdCycleEnd': does((a) => [cycleOf(a)]),
  'assessments/cycle-rows.isCycleNameTaken': finds((a) => [a.row('cycles')['name'], randomUUID()]),
  'assessments/cycle-rows.insertDraft': does(() => [{ cycleId: randomUUID(), teamScope: [], fields }]),
  'assessments/cycle-rows.updateCycleFields': finds((a) => [held(a), { name: 'renamed' }]),
  'assessments/cycle-rows.updateCycleState': finds((a) => [held(a), { state: 'archived' }]),
  'assessments/cycle-rows.deleteDraftRow': does((a) => [held(a)]),
  'assessments/cycle-versions.addFrozenVersions': does((a) => [cycleOf(a), { '11-1111.00': {} }]),
  'assessments/cycle-people.insertCyclePeople': does((a) => [people(a)]),
  'assessments/cycle-people.insertOwnRaters': does((a) => [people(a), ['self', 'manager']]),
  'assessments/cycle-people.deleteFormerManagers': does((a) => [cycleOf(a), DAY]),
  'assessments/cycle-people.listWithoutManager': does((a) => [cycleOf(a)]),
  'assessments/cycle-people.findCyclePerson': finds((a) => [cycleOf(a), personOf(a)]),
  'assessments/cycle-people.listCyclePeople': finds((a) => [cycleOf(a), [personOf(a)]]),
  'assessments/cycle-people.listCyclePeopleByName': does((a) => [
    { cycleId: cycleOf(a), day: DAY, teamIds: null, limit: 10 },
  ]),
  'assessments/cycle-people.updatePersonEnd': finds((a) => [
    { cycleId: cycleOf(a), employeeId: personOf(a) },
    null,
  ]),
  'assessments/cycle-people.clearEarlierEnds': does((a) => [cycleOf(a), '9999-01-01']),
  'assessments/cycle-people.deleteCyclePerson': finds((a) => [cycleOf(a), personOf(a)]),
  'assessments/cycle-people.listCycleOccupations': does((a) => [cycleOf(a)]),
  'assessments/cycle-people.listCyclesOf': finds((a) => [personOf(a)]),
  'assessments/cycle-progress.countProgress': does((a) => [question(a)]),
  'assessments/cycle-progress.readProgress': does((a) => [question(a), 10]),
  'assessments/cycle-progress.countCyclePeople': finds((a) => [question(a)]),
  'assessments/cycle-progress.listDueLetters': does((a) => [question(a), 10]),
  'assessments/cycle-progress.upsertReminders': does((a) => [
    { cycleId: cycleOf(a), day: DAY },
    { employeeIds: [personOf(a)], queued: [] },
  ]),
  'assessments/cycle-progress.deleteReminderBefore': does((a) => [
    { cycleId: cycleOf(a), employeeId: personOf(a) },
    DAY,
  ]),
  'assessments/cycle-peers.listRatersOf': finds((a) => [cycleOf(a), personOf(a)]),
  'assessments/cycle-peers.listPeopleOfUsers': finds((a) => [[a.row('employees')['userId']]]),
  'assessments/cycle-peers.insertPeer': does((a) => [
    { ...peerOf(a), raterId: a.row('employees')['employeeId'], state: 'approved', proposedBy: 'test' },
  ]),
  'assessments/peer-counts.listPeerCounts': does((a) => [
    { cycleId: cycleOf(a), managerId: personOf(a), day: DAY },
  ]),
  'assessments/cycle-peers.updatePeer': does((a) => [peerOf(a), 'declined']),
};
