import { describe, expect, it } from 'vitest';
import { wordFinder } from './find-words';
import { layoutCells } from './layout-cells';
import { unsaidWords, withWords } from './word-fields';
import { wordMeaningsText } from './word-meanings';

const columns = { external_id: 0, title: 1, team: 2, name: 3, kind: 4, status: 5, role_band: 6 };
const LAYOUT = { columns, days: 'iso', everybody: false } as const;
const row = (kind: string, status = 'aktiv', band = '2') => ['1', 'T', 'N', 'A', kind, status, band];

describe('words of a file that are not known', () => {
  it('are found with their rows, in any spelling; known words and empty ones are none', () => {
    const finder = wordFinder(LAYOUT);
    for (const kind of ['Werkstudent', 'werkstudent ', 'Temp', '', 'EMPLOYEE', '-']) finder.add(row(kind));
    finder.add(row('agency', 'Sabbatical', 'E3'));
    finder.add(['1']);
    expect(finder.list()).toEqual([
      { field: 'kind', key: 'werkstudent', word: 'Werkstudent', rows: 2 },
      { field: 'kind', key: '-', word: '-', rows: 1 },
      { field: 'role_band', key: 'e3', word: 'E3', rows: 1 },
      { field: 'status', key: 'sabbatical', word: 'Sabbatical', rows: 1 },
    ]);
  });

  it('that nobody can say are told cut, with what is wrong, beside those that can be said', () => {
    const finder = wordFinder(LAYOUT);
    // Eighty letters that are a hundred and sixty once they are written as others write them.
    const kinds = ['x'.repeat(81), 'ä'.repeat(80), '\u0001', '-\u0001\n-', `${'x'.repeat(81)}y`, 'Court'];
    for (const kind of kinds) finder.add(row(kind));
    for (let at = 0; at < 20; at += 1) finder.add(row(`${at} ${'y'.repeat(90)}`));
    const found = finder.list();
    expect(found.filter(({ trouble }) => !trouble)).toEqual([
      { field: 'kind', key: '-  -', word: '-  -', rows: 1 },
      { field: 'kind', key: 'court', word: 'Court', rows: 1 },
    ]);
    const troubled = found.filter(({ trouble }) => trouble);
    expect(troubled).toHaveLength(5);
    expect(troubled).toEqual(
      expect.arrayContaining([
        { field: 'kind', key: '', word: `${'x'.repeat(40)}…`, rows: 2, trouble: 'long' },
        { field: 'kind', key: '', word: `${'ä'.repeat(40)}…`, rows: 1, trouble: 'long' },
        { field: 'kind', key: '', word: ' ', rows: 1, trouble: 'blank' },
      ]),
    );
    const said = withWords({}, [{ field: 'kind', key: '-  -', meaning: 'agency' }]);
    expect(layoutCells({ ...LAYOUT, words: said })(row('-\u0001\n-')).kind).toBe('agency');
  });

  it('are told up to a bound, however many a column has', () => {
    const finder = wordFinder(LAYOUT);
    for (let at = 0; at < 5_000; at += 1) finder.add(row(`word ${at}`));
    expect(finder.list()).toHaveLength(50);
  });

  it('are read as somebody said, also where that takes the place of a known meaning or empties the cell', () => {
    const words = withWords({}, [
      { field: 'kind', key: 'werkstudent', meaning: 'employee' },
      { field: 'kind', key: 'temp', meaning: 'contractor' },
      { field: 'status', key: 'constructor', meaning: '' },
      { field: 'role_band', key: 'e3', meaning: '3' },
    ]);
    const read = layoutCells({ ...LAYOUT, words });
    expect(read(row('WERKSTUDENT', 'Constructor', 'E3'))).toMatchObject({
      ...{ kind: 'employee', status: '', role_band: '3' },
    });
    expect(read(row('Temp', 'toString'))).toMatchObject({ kind: 'contractor', status: 'toString' });
    const finder = wordFinder({ ...LAYOUT, words });
    finder.add(row('Werkstudent', 'Pause'));
    expect(unsaidWords(finder.list(), words).map(({ key }) => key)).toEqual(['pause']);
    expect(finder.list().map(({ key }) => key)).toEqual(['pause', 'werkstudent']);
    expect(withWords(words, [{ field: 'status', key: 'constructor', meaning: null }]).status).toBeUndefined();
  });

  it('come as text from a program; other text is refused', () => {
    const read = (text: string) => wordMeaningsText.safeParse(text);
    expect(read('{"kind":{"Freie Mitarbeit":"contractor"},"available":{"—":""}}').data).toEqual([
      { field: 'kind', key: 'freiemitarbeit', meaning: 'contractor' },
      { field: 'available', key: '—', meaning: '' },
    ]);
    for (const text of ['', '[]', '{"kind":{"a":"boss"}}', '{"title":{"a":"b"}}', '{"kind":"agency"}'])
      expect(read(text).success).toBe(false);
    const long = read(JSON.stringify({ kind: { ['ä'.repeat(80)]: 'agency' } }));
    expect(long.error?.issues[0]?.message).toBe(`kind: "${'ä'.repeat(40)}" is longer than 80 characters.`);
  });
});
