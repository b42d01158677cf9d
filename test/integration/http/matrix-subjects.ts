import { randomUUID } from 'node:crypto';
import type { MemberKey } from '#test/factories/canary-organization';
import type { TestWeb } from '#test/setup/web';
import type { Reach } from '~/modules/organizations/domain/permissions';
import { cycleSubjects, peerSubjects } from './cycle-subjects';
import { directorySubjects } from './matrix-directory';
import { partSubjects } from './part-subjects';
import { ratedPeople, raterPages } from './rating-subjects';
import {
  contestSubjects,
  erasable,
  importSubjects,
  laterOfImports,
  nothingThere,
  ownFrameworks,
  positionSubjects,
  privacyDocuments,
  records,
  requirementSubjects,
  writtenPositions,
} from './record-subjects';
import { movableTeams, siteSubjects, teamSubjects } from './team-subjects';

export interface Viewer {
  readonly key: MemberKey;
  /** How far the route's permission goes for the viewer's role. */
  readonly reach: Reach;
  /** A token belongs to no person. */
  readonly isToken: boolean;
}

export type SubjectKind = 'plain' | 'own organization' | 'other tenant' | 'absent' | 'malformed';

/** What a request asks for: the values of the route's parameters and its query. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly params: Readonly<Record<string, string>>;
  readonly query: string;
  /** The id or code asked for; taken out of bodies before they are compared. */
  readonly asked: string;
  /** The status for somebody whose role opens the route. */
  readonly status: (viewer: Viewer) => number;
}

export type Status = number | ((viewer: Viewer) => number);
export type Make = (kind: SubjectKind, asked: string, status: Status) => Subject;

const asFunction = (status: Status) => (typeof status === 'number' ? () => status : status);
const inPath =
  (name: string, more: Readonly<Record<string, string>> = {}, query = ''): Make =>
  (kind, asked, status) => ({
    kind,
    params: { ...more, [name]: asked },
    query,
    asked,
    status: asFunction(status),
  });
const inQuery =
  (name: string, rest = ''): Make =>
  (kind, asked, status) => ({
    kind,
    params: {},
    query: `?${name}=${encodeURIComponent(asked)}${rest}`,
    asked,
    status: asFunction(status),
  });
const plain = (query: string, status: Status): Subject => ({
  kind: 'plain',
  params: {},
  query,
  asked: '',
  status: asFunction(status),
});

/** Person 3 works in North under person 2, 14 in South, 22 in the office (see canary-organization). */
function mayRead(person: number): Status {
  const seenBy: Readonly<Record<number, readonly MemberKey[]>> = {
    2: ['hr_partner', 'director', 'lead'],
    3: ['hr_partner', 'director', 'employee', 'lead'],
    14: ['hr_partner'],
    22: ['hr_partner', 'executive'],
  };
  const individual: readonly MemberKey[] = ['employee', 'lead', 'executive'];
  return ({ key, isToken }) => {
    const byItself = !isToken || !individual.includes(key);
    return byItself && seenBy[person]?.includes(key) ? 200 : 404;
  };
}

function people(make: Make, { a, b }: TestWeb): Subject[] {
  return [
    ...[2, 3, 14, 22].map((number) => make('own organization', a.person(number).employeeId, mayRead(number))),
    make('other tenant', b.person(3).employeeId, 404),
    make('absent', randomUUID(), 404),
    ...['x', '%00', 'externalId', "'", '00000000-0000-0000-0000-00000000000'].map((id) =>
      make('malformed', id, 404),
    ),
  ];
}

/** As the profile; owners and administrators read the directory's part of everybody. */
function personPages(make: Make, web: TestWeb): Subject[] {
  const directory: readonly MemberKey[] = ['owner', 'admin'];
  return people(make, web).map((subject) => ({
    ...subject,
    status: (viewer) =>
      subject.kind === 'own organization' && directory.includes(viewer.key) ? 200 : subject.status(viewer),
  }));
}

function externalIds(make: Make, { a, b }: TestWeb): Subject[] {
  return [
    ...[3, 14].map((number) =>
      make('own organization', `externalId:${a.person(number).externalId}`, mayRead(number)),
    ),
    make('other tenant', `externalId:${b.person(3).externalId}`, 404),
    make('absent', 'externalId:nobody', 404),
  ];
}

const onlyLive: Status = ({ reach }) => (reach === 'all' ? 200 : 404);

function heatmaps({ a, b }: TestWeb, malformed: number): Subject[] {
  const beneath = inQuery('parent');
  const peopleOf = inQuery('parent', '&rows=person');
  const inScope: Status = ({ reach }) => (reach === 'released' ? 404 : 200);
  return [
    plain('', 200),
    plain('?rows=person', onlyLive),
    beneath('own organization', a.teams.north, 200),
    beneath('own organization', a.teams.office, 200),
    peopleOf('own organization', a.teams.north, inScope),
    peopleOf('own organization', a.teams.office, onlyLive),
    beneath('other tenant', b.teams.north, 404),
    beneath('absent', randomUUID(), 404),
    peopleOf('other tenant', b.teams.north, 404),
    peopleOf('absent', randomUUID(), 404),
    beneath('malformed', 'x', malformed),
  ];
}

const SOC = '33-9032.00';
function codes(make: Make): Subject[] {
  return [
    make('own organization', SOC, 200),
    make('absent', '99-9999.99', 404),
    ...['x', '33-9032', "33-9032.00'", '%00'].map((soc) => make('malformed', soc, 404)),
  ];
}

/** The operator asked for the tasks: those who may read the organization's settings see them. */
function operations(make: Make, { a, b }: TestWeb): Subject[] {
  const readers: readonly MemberKey[] = ['owner', 'admin', 'hr_partner'];
  return [
    make('own organization', a.operationId, ({ key }) => (readers.includes(key) ? 200 : 404)),
    make('other tenant', b.operationId, 404),
    make('absent', randomUUID(), 404),
    ...['x', '%00', "'"].map((id) => make('malformed', id, 404)),
  ];
}

/** No standard is loaded where the matrix is walked. */
function urns(make: Make): Subject[] {
  return [
    make('absent', 'NOSUCH1', 404),
    ...['x', "NOSUCH1'", '%00', 'NOSUCH1#P1'].map((urn) => make('malformed', urn, 404)),
  ];
}

/** Narrowed to somebody of another organization, or to nobody: the same empty page. */
function narrowedLogs({ a, b }: TestWeb): Subject[] {
  const about = inQuery('subject');
  return [
    plain('', 200),
    about('own organization', `employee:${a.person(3).employeeId}`, 200),
    about('other tenant', `employee:${b.person(3).employeeId}`, 200),
    about('absent', `employee:${randomUUID()}`, 200),
    about('malformed', 'x', 200),
  ];
}

/** Every occupation has a profile in each of four bands, written or the default; no requirement is written. */
function bands(make: Make): Subject[] {
  return [
    make('own organization', '2', 200),
    ...['0', '5', 'x', '%00', '2.0', "'"].map((band) => make('malformed', band, 404)),
  ];
}

/** The subjects of a route by its address; one plain subject where the address has no parameter but :org. */
export function subjectsOf(address: string, web: TestWeb): Subject[] {
  const exported = inPath('soc', {}, '?format=ler');
  const listed: Readonly<Record<string, () => Subject[]>> = {
    '/o/:org/heatmap': () => heatmaps(web, 200),
    '/api/v1/heatmap': () => heatmaps(web, 422),
    '/o/:org/people/:id': () => personPages(inPath('id'), web),
    '/o/:org/assess/statements': () => raterPages(web),
    '/o/:org/assess/:employee': () => ratedPeople(inPath('employee'), web),
    '/o/:org/assessments/:cycle': () => cycleSubjects(inPath('cycle'), web),
    '/o/:org/assessments/:cycle/edit': () => cycleSubjects(inPath('cycle'), web),
    '/o/:org/assessments/:cycle/calibration': () => cycleSubjects(inPath('cycle'), web),
    '/o/:org/assessments/:cycle/agreement': () => cycleSubjects(inPath('cycle'), web),
    '/o/:org/occupations/:soc/compare/:instrument/ratings': () => [
      inPath('soc', { instrument: 'mastery' })('absent', '99-9999.99', 404),
      inPath('instrument', { soc: SOC })('malformed', 'nothing', 404),
      inPath('instrument', { soc: SOC })('absent', 'durable', 404),
    ],
    '/o/:org/assessments/:cycle/people': () => cycleSubjects(inPath('cycle'), web),
    '/o/:org/assessments/:cycle/peers/:employee': () => [
      ...peerSubjects(inPath('employee', { cycle: web.a.cycleId }), web.b.person(3).employeeId),
      ...peerSubjects(inPath('cycle', { employee: web.a.person(3).employeeId }), web.b.cycleId),
    ],
    '/o/:org/assess/:employee/compare': () => nothingThere(inPath('employee')),
    '/o/:org/contests/:id': () => contestSubjects(inPath('id'), web),
    '/o/:org/people/:id/export': () => records(inPath('id'), web),
    '/o/:org/people/:id/erase': () => erasable(inPath('id'), web),
    '/o/:org/people/:id/edit': () => erasable(inPath('id'), web),
    '/api/v1/profiles/:employee': () => [
      ...people(inPath('employee'), web),
      ...externalIds(inPath('employee'), web),
    ],
    '/o/:org/people': () => [plain('', 200), plain('?query=%25&team=x&cursor=x&asOf=2020-06-01', 200)],
    ...partSubjects({ plain, inPath, people }, web),
    '/api/v1/employees': () => [plain('', 200), plain('?limit=0', 422), plain('?cursor=x', 422)],
    '/api/v1/employees/:id': () => directorySubjects(inPath('id'), web),
    '/o/:org': () => [plain('', 302)],
    '/o/:org/audit': () => narrowedLogs(web),
    '/o/:org/operations/:id': () => operations(inPath('id'), web),
    '/api/v1/operations/:id': () => operations(inPath('id'), web),
    '/api/v1/occupations': () => [plain('', 200), plain('?limit=0', 422), plain('?query=guard', 200)],
    '/api/v1/occupations/:soc': () => codes(inPath('soc')),
    '/api/v1/occupations/:soc/export': () => codes(exported),
    '/api/v1/occupations/:soc/frameworks/:instrument': () => [
      ...codes(inPath('soc', { instrument: 'mastery' })),
      inPath('instrument', { soc: SOC })('malformed', 'nothing', 404),
      inPath('instrument', { soc: SOC })('absent', 'durable', 404),
    ],
    '/api/v1/occupations/:soc/frameworks/:instrument/compare': () => [
      ...codes(inPath('soc', { instrument: 'mastery' }, '?from=v.26.04&to=v.26.04')),
      inPath('instrument', { soc: SOC })('malformed', 'nothing', 404),
      inPath('instrument', { soc: SOC })('absent', 'durable', 404),
    ],
    '/o/:org/occupations/:soc': () => codes(inPath('soc')),
    '/o/:org/occupations/:soc/compare/:instrument': () => [
      ...codes(inPath('soc', { instrument: 'mastery' })),
      inPath('instrument', { soc: SOC })('malformed', 'nothing', 404),
      inPath('instrument', { soc: SOC })('absent', 'durable', 404),
    ],
    '/o/:org/occupations/:soc/splits/:instrument': () => [
      ...codes(inPath('soc', { instrument: 'mastery' })),
      inPath('instrument', { soc: SOC })('malformed', 'nothing', 404),
      inPath('instrument', { soc: SOC })('absent', 'durable', 404),
    ],
    '/o/:org/targets/:soc/:band': () => [
      ...bands(inPath('band', { soc: SOC })),
      inPath('soc', { band: '2' })('absent', '99-9999.99', 404),
    ],
    '/o/:org/requirements/:id': () => requirementSubjects(inPath('id'), web),
    '/api/v1/requirements/:id': () => requirementSubjects(inPath('id'), web),
    '/o/:org/standards/:urn': () => urns(inPath('urn')),
    '/api/v1/standards/:urn': () => urns(inPath('urn')),
    '/o/:org/teams/:id': () => teamSubjects(inPath('id'), web),
    '/o/:org/teams/:id/move': () => movableTeams(inPath('id'), web),
    '/api/v1/teams': () => [plain('', 200), plain('?limit=0', 422), plain('?asOf=2026-02-30', 422)],
    '/api/v1/teams/:id': () => teamSubjects(inPath('id'), web),
    '/o/:org/sites/:id': () => siteSubjects(inPath('id'), web),
    '/api/v1/sites/:id': () => siteSubjects(inPath('id'), web),
    '/o/:org/positions/:id': () => positionSubjects(inPath('id'), web),
    '/o/:org/positions/:id/edit': () => writtenPositions(inPath('id'), web),
    '/o/:org/positions/:id/profile': () => writtenPositions(inPath('id'), web),
    '/o/:org/positions/:id/pool': () => writtenPositions(inPath('id'), web),
    '/api/v1/positions': () => [plain('', 200), plain('?limit=0', 422), plain('?team=x', 422)],
    '/api/v1/positions/:id': () => positionSubjects(inPath('id'), web),
    '/o/:org/imports/:id': () => importSubjects(inPath('id'), web),
    '/o/:org/imports/:id/progress': () => laterOfImports(inPath('id'), web),
    '/o/:org/imports/:id/rejected': () => laterOfImports(inPath('id'), web),
    '/o/:org/imports/:id/leavers': () => laterOfImports(inPath('id'), web),
    '/api/v1/imports/:id': () => importSubjects(inPath('id'), web),
    '/o/:org/mapping': () => [plain('', 200), plain('?show=x&page=-1&above=7&query=%25', 200)],
    // What it asks for is a title that nobody of the organization has.
    '/o/:org/mapping/title': () => [inQuery('key')('absent', 'nobody has this', 404), plain('', 404)],
    '/api/v1/mappings': () => [plain('', 200), plain('?limit=0', 422), plain('?state=x', 422)],
    '/o/:org/frameworks/:id': () => ownFrameworks(inPath('id'), web),
    '/o/:org/settings/privacy/:document': () => privacyDocuments(inPath('document')),
    '/o/:org/settings/privacy/:document/markdown': () => privacyDocuments(inPath('document')),
    // Nothing is published where the matrix is walked.
    '/o/:org/privacy/markdown': () => [plain('', 404)],
    '/o/:org/occupations/:soc/frameworks/:file': () => [
      ...codes(inPath('soc', { file: 'mastery.csv' })),
      inPath('file', { soc: SOC })('absent', 'durable.csv', 404),
      ...['mastery', 'nothing.csv', '.csv'].map((file) =>
        inPath('file', { soc: SOC })('malformed', file, 404),
      ),
    ],
  };
  const known = listed[address]?.();
  if (known) return known;
  if (/:(?!org\b)|\*/.test(address)) throw new Error(`name the subjects of ${address} in the role matrix`);
  return [plain('', 200)];
}
