import { describe, expect, it } from 'vitest';
import { byRight, entryInWords, sentenceCase } from './entry-in-words';

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
    });
  });

  it('takes the words of the page that sets it, where one does', () => {
    const changes = [
      { field: 'suppressionK', before: 5, after: 8 },
      { field: 'slug', before: 'one', after: 'other' },
    ];
    const said = entryInWords('settings.change', JSON.stringify({ changes }), ({ field, before, after }) =>
      field === 'slug' ? null : { field: 'Smallest group', before: `${before}`, after: `${after}` },
    );
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
});
