import { randomUUID } from 'node:crypto';
import { type DataCall, does, finds, reads } from './data-call';

/** Calls of the module assessments about contests and withdrawn ratings. */
export const CONTEST_CALLS: Readonly<Record<string, DataCall>> = {
  'assessments/contests.insertContest': finds((a) => [
    {
      contestId: randomUUID(),
      employeeId: a.row('employees')['employeeId'],
      dimension: 'leadership',
      assessmentId: null,
      statement: 'not so',
    },
  ]),
  'assessments/contests.findContest': reads((a) => [a.row('contests')['contestId']]),
  'assessments/contests.listContestsOf': reads((a) => [a.row('employees')['employeeId']]),
  'assessments/contests.listContestRows': reads(() => ['open', 10]),
  'assessments/contests.listOpenContestsOf': finds((a) => [[a.row('employees')['employeeId']]]),
  'assessments/contests.updateOpenContest': finds((a) => [
    a.row('contests')['contestId'],
    { state: 'withdrawn', remedy: null, answer: null, answeredBy: null },
  ]),
  'assessments/withdrawn-ratings.countRatings': finds((a) => [a.row('assessments')['assessmentId']]),
  'assessments/withdrawn-ratings.updateToWithdrawn': does((a) => [a.row('assessments')['assessmentId']]),
  'assessments/withdrawn-ratings.insertWithdrawnRating': does((a) => [
    {
      assessmentId: a.row('assessments')['assessmentId'],
      dimension: a.row('ratings')['dimension'],
      withdrawnId: randomUUID(),
    },
  ]),
  'assessments/withdrawn-ratings.listWithdrawnRatings': does((a) => [[a.row('employees')['employeeId']]]),
};
