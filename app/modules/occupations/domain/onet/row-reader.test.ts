import { describe, expect, it } from 'vitest';
import { ONET_DATASETS } from './datasets';
import { findDataset, looksLikeHeader, otherDatasetName } from './find-dataset';
import { otherRowReader } from './other-row-reader';
import { makeRowReader, type RowReader } from './row-reader';

function readerOf(file: string, header: readonly string[]): RowReader {
  const dataset = findDataset(file);
  const reader = dataset && makeRowReader(dataset, header);
  if (!reader || 'missing' in reader) throw new Error('not a reader');
  return reader;
}

const ZONES = ['O*NET-SOC Code', 'Job Zone', 'Date', 'Domain Source'];

describe('the reader of a table', () => {
  it('finds columns by name in any order, converts cells and keeps n/a as nothing', () => {
    const reader = readerOf('Technology Skills', [
      ...[
        'Commodity Title',
        'In Demand',
        'O*NET-SOC Code',
        'Example',
        'Note',
        'Commodity Code',
        'Hot Technology',
      ],
    ]);
    expect(reader.unread).toEqual(['Note']);
    const row = reader.read(['Software', 'n/a', '11-3013.01', ' "quoted" ', 'x', '01231500', 'Y'], 7);
    expect(Object.fromEntries(reader.columns.map((name, at) => [name, row[at]]))).toEqual({
      ...{ position: '7', soc: '11-3013.01', example: ' "quoted" ', category_code: '01231500' },
      ...{ category: 'Software', hot: 't', in_demand: null },
    });
  });

  it('names what is missing from the header', () => {
    const dataset = findDataset('job_zones');
    expect(dataset && makeRowReader(dataset, ['O*NET-SOC Code', 'Zone'])).toEqual({
      missing: ['Job Zone', 'Date', 'Domain Source'],
    });
  });

  it.each([
    ['a code without its suffix', ['11-3013', '4', '08/2025', 'x'], /^O\*NET-SOC Code is "11-3013"; a code/],
    [
      'a job zone that is none',
      ['11-3013.01', '6', '08/2025', 'x'],
      /^Job Zone is "6"; a job zone from 1 to 5/,
    ],
    ['a job zone that is missing', ['11-3013.01', 'n/a', '08/2025', 'x'], /^Job Zone is "n\/a"/],
    ['a month that is none', ['11-3013.01', '4', '13/2025', 'x'], /^Date is "13\/2025"; a month/],
    [
      'words where a code stands',
      ['Description of the job', '4', '08/2025', 'x'],
      /^O\*NET-SOC Code is "Desc/,
    ],
  ])('says what is wrong with %s', (_, cells, words) => {
    expect(readerOf('Job Zones', ZONES).read(cells, 1)).toMatch(words);
  });

  it('reads numbers exactly as written and refuses what is none', () => {
    const reader = readerOf('Scales Reference', ['Scale ID', 'Scale Name', 'Minimum', 'Maximum']);
    expect(reader.read(['WI', 'Impact', '-3', '3.00'], 1)).toEqual(['1', 'WI', 'Impact', '-3', '3.00']);
    for (const bad of ['1e3', '1,5', '+1', '.5', 'NaN', '0x1', ' 1']) {
      expect(reader.read(['WI', 'Impact', bad, '3'], 1)).toMatch(/^Minimum is .*a number is expected\.$/);
    }
  });

  it('tells rows apart by their key', () => {
    const reader = readerOf('Job Zones', ZONES);
    const keys = [
      ['11-3013.01', '4', '08/2025', 'x'],
      ['11-3013.01', '5', '08/2025', 'y'],
    ].map((cells) => {
      const row = reader.read(cells, 1);
      return typeof row === 'string' ? '' : reader.keyOf(row);
    });
    expect(keys).toEqual(['11-3013.01', '11-3013.01']);
  });

  it('knows a key column for every dataset', () => {
    for (const dataset of ONET_DATASETS) {
      const columns = dataset.columns.map(({ column }) => column);
      expect(columns).toEqual(expect.arrayContaining([...dataset.key]));
      expect(columns.every((name) => /^[a-z_]+$/.test(name))).toBe(true);
    }
  });
});

describe('a table that no page reads', () => {
  it('is kept cell by cell as a PostgreSQL array', () => {
    const row = otherRowReader('iwa_reference').read(['a "b"', 'c\\d', 'n/a', '', 'e,{f}'], 3);
    expect(row).toEqual(['iwa_reference', '3', '{"a \\"b\\"","c\\\\d",null,null,"e,{f}"}']);
  });

  it('has a name from its file, and is told from a text by its header', () => {
    expect(otherDatasetName('Education, Training, and Experience')).toBe('education_training_and_experience');
    expect(looksLikeHeader(['Element ID', 'IWA ID'])).toBe(true);
    expect(looksLikeHeader(['Dear reader,'])).toBe(false);
    expect(looksLikeHeader(['11-3013.01', 'x'])).toBe(false);
    expect(looksLikeHeader(['Element ID', 'Element ID'])).toBe(false);
  });
});
