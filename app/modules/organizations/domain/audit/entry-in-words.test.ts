import { describe, expect, it } from 'vitest';
import { sentenceCase } from './detail-words';
import { byRight, entryInWords, entryReferences } from './entry-in-words';

const PERSON = '10000000-0000-4000-8000-000000000000';
const words = (action: string, details: object) => entryInWords(action, JSON.stringify(details));

describe('entryInWords', () => {
  it('says by what right and of which day individual ratings were seen', () => {
    const team = {
      role: 'director',
      reach: 'subtree',
      scope: { kind: 'team', team: PERSON, direct: true, asOf: '2026-11-21' },
    };
    expect(words('ratings.view', team).lines).toEqual([
      { label: 'As', value: 'Director' },
      { label: 'Only', value: 'directly in the team' },
      { label: 'As of', value: '2026-11-21' },
    ]);
    expect(byRight('employee', 'reports')).toBe('Manager');
  });

  it('shows a setting before and after', () => {
    const changes = [{ field: 'suppressionK', before: 5, after: 8 }];
    expect(words('settings.change', { changes })).toEqual({
      lines: [],
      changes: [{ field: 'Suppression k', before: '5', after: '8' }],
      ids: [],
    });
  });

  it('takes the words of the page that sets it, where one does', () => {
    const changes = [
      { field: 'suppressionK', before: 5, after: 8 },
      { field: 'slug', before: 'one', after: 'other' },
    ];
    const said = entryInWords('settings.change', JSON.stringify({ changes }), {
      setting: ({ field, before, after }) =>
        field === 'slug' ? null : { field: 'Smallest group', before: `${before}`, after: `${after}` },
    });
    expect(said.changes).toEqual([
      { field: 'Smallest group', before: '5', after: '8' },
      { field: 'Address', before: 'one', after: 'other' },
    ]);
  });

  it('names roles by their labels, and no invitation by its id', () => {
    const changes = [{ field: 'role', before: 'employee', after: 'hr_partner' }];
    expect(words('member.change', { changes }).changes).toEqual([
      { field: 'Role', before: 'Employee', after: 'HR partner' },
    ]);
    expect(words('member.join', { invitation: PERSON, role: 'admin', teamScope: [] }).lines).toEqual([
      { label: 'Role', value: 'Administrator' },
    ]);
  });

  it('reads any other detail without knowing it', () => {
    const details = { changed: true, teamScope: [], frameworks: [{ instrument: 'mastery', version: '2' }] };
    expect(words('framework.import', details).lines).toEqual([
      { label: 'Changed', value: 'yes' },
      { label: 'Frameworks', value: 'mastery 2' },
    ]);
    expect(words('audit.export', { head: { hash: 'ab', sequence: 7 } }).lines).toEqual([
      { label: 'Head', value: 'entry 7' },
    ]);
    expect(words('gone.action', { n: 3 }).lines).toEqual([{ label: 'N', value: '3' }]);
    expect(sentenceCase('email.before')).toBe('Email before');
    expect(sentenceCase('made an API token')).toBe('Made an API token');
  });

  it('names teams, people and cycles, and keeps the ids beside the names', () => {
    const [one, two, cycle] = ['a', 'b', 'c'].map((letter) => PERSON.replace(/^1/u, letter)) as [
      string,
      string,
      string,
    ];
    const names: Record<string, string> = {
      [`team:${one}`]: 'North',
      [`employee:${two}`]: 'Mo Lind',
      [`cycle:${cycle}`]: 'Autumn',
    };
    const said = (action: string, details: object) =>
      entryInWords(action, JSON.stringify(details), {
        name: ({ kind, id }) => names[`${kind}:${id}`] ?? null,
      });
    expect(said('token.create', { role: 'director', teamScope: [one, two], days: 3 })).toEqual({
      lines: [
        { label: 'Role', value: 'Director' },
        { label: 'Teams', value: 'North, a team that is gone' },
        { label: 'Days', value: '3' },
      ],
      changes: [],
      ids: [{ label: 'Teams', value: `${one}, ${two}` }],
    });
    expect(said('cycle.peer', { cycle, peer: two, state: 'approved' }).lines).toEqual([
      { label: 'Cycle', value: 'Autumn' },
      { label: 'Peer', value: 'Mo Lind' },
      { label: 'State', value: 'approved' },
    ]);
    const moved = { what: 'move', from: '2026-12-01', parentBefore: one, parentAfter: null };
    expect(said('team.change', moved).changes).toEqual([
      { field: 'Team above', before: 'North', after: 'the top' },
    ]);
    const changes = [{ field: 'teamScope', before: null, after: `${one}, ${two}` }];
    expect(said('member.change', { changes }).changes).toEqual([
      { field: 'Teams', before: '', after: 'North, a team that is gone' },
    ]);
  });

  it('leaves the ids of what has no name out of the words', () => {
    const details = { assessments: [PERSON, PERSON.replace(/^1/u, '2')], dimension: 'mastery' };
    const { lines, ids } = words('rating.withdraw', details);
    expect(lines.map(({ value }) => value)).toEqual(['2', 'mastery']);
    expect(ids).toEqual([{ label: 'Assessments', value: details.assessments.join(', ') }]);
  });

  it('names a dozen of many people, and asks for no more', () => {
    const people = Array.from({ length: 20 }, (_, at) => PERSON.replace(/^1/u, String(at % 10)));
    const scope = { kind: 'people', team: null, people };
    const view = { role: 'hr_partner', reach: 'all', scope };
    const { lines } = entryInWords('ratings.view', JSON.stringify(view), { name: () => 'Jo' });
    expect(lines[1]).toEqual({ label: 'People', value: `20: ${'Jo, '.repeat(11)}Jo and 8 more` });
    expect(entryReferences('ratings.view', JSON.stringify(view))).toHaveLength(12);
  });

  it('marks ids that an address asked for', () => {
    const filter = { actor: `user:${PERSON}`, action: 'member.remove', from: '2026-11-01' };
    const details = { format: 'csv', filter, head: null };
    expect(entryReferences('audit.export', JSON.stringify(details))).toEqual([
      { kind: 'user', id: PERSON, asked: true },
    ]);
    expect(words('audit.export', details).lines).toEqual([
      { label: 'Format', value: 'CSV' },
      { label: 'Only by', value: 'somebody who is gone' },
      { label: 'Only', value: 'removed a member' },
      { label: 'From', value: '2026-11-01' },
    ]);
  });
});
