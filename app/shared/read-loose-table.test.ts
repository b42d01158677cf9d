import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { workbookOf } from '#test/fixtures/workbook-of';
import { downloadTable } from '~/http/table-download.server';
import { InvalidInput } from './errors';
import { strictTable } from './loose-table';
import { readLooseTable } from './read-loose-table';
import { storedZip } from './stored-zip';

/** A table as the readers of Cadre's own columns take it. */
const readTableFile = async (bytes: Uint8Array, name: string) =>
  strictTable(await readLooseTable(bytes, name));

const bytes = (text: string) => new TextEncoder().encode(text);
const refusedWith = async (input: Uint8Array): Promise<string> => {
  const error = await readTableFile(input, 'people.x').then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InvalidInput)) throw new Error(`not refused: ${String(error)}`);
  return error.errors.map((one) => one.detail).join(' ');
};

describe('text', () => {
  const wanted = {
    header: ['id', 'name'],
    values: [
      ['1', 'Zoë; Ångström, 2'],
      ['2', 'שרה 🦊'],
    ],
  };
  const asText = (separator: string, newline: string) =>
    [['Id', 'Name'], ...wanted.values]
      .map((row) => row.map((cell) => `"${cell}"`).join(separator))
      .join(newline);

  it.each([
    [',', '\r\n'],
    [';', '\n'],
    ['\t', '\r'],
    ['|', '\n'],
  ])('separated by %j with %j between lines', async (separator, newline) => {
    const table = await readTableFile(bytes(asText(separator, newline)), 'people.csv');
    expect(table.header).toEqual(wanted.header);
    expect(table.rows.map((row) => row.values)).toEqual(wanted.values);
  });

  it.each(['utf8', 'utf8-bom', 'utf16le', 'utf16be'])('in %s', async (encoding) => {
    const text = asText(';', '\n');
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const input = {
      utf8: Buffer.from(text),
      'utf8-bom': Buffer.from(`\ufeff${text}`),
      utf16le: little,
      utf16be: Buffer.from(little).swap16(),
    }[encoding];
    const table = await readTableFile(input ?? Buffer.alloc(0), 'people.csv');
    expect(table.header).toEqual(wanted.header);
    expect(table.rows.map((row) => row.values)).toEqual(wanted.values);
  });

  it('in Windows-1252, where it is no UTF-8', async () => {
    const table = await readTableFile(
      Buffer.from('id,name\n1,Zo\xeb \x96 M\xfcller\n', 'latin1'),
      'people.csv',
    );
    expect(table.rows[0]?.values).toEqual(['1', 'Zoë – Müller']);
  });

  it('with lines above the header, short rows and repeated names', async () => {
    const text = 'Staff list of March\n\nId;Name;Name;\n1;A\n2;B;C\n';
    const table = await readLooseTable(bytes(text), 'people.csv');
    expect(table).toMatchObject({ headerLine: 3, header: ['Id', 'Name', 'Name (2)'] });
    expect(table.rows.map((row) => row.line)).toEqual([4, 5]);
    expect((await readTableFile(bytes(text), 'people.csv')).rows[0]?.values).toEqual(['1', 'A', '']);
  });

  it('takes the guard off a formula and leaves other apostrophes', async () => {
    const table = await readTableFile(bytes("id,name\n'=1,'t Hart\n"), 'people.csv');
    expect(table.rows[0]?.values).toEqual(['=1', "'t Hart"]);
  });

  it('refuses rows wider than the header, open quotes, binary files and nothing', async () => {
    expect(await refusedWith(bytes('a,b\n1,2,3\n'))).toContain('3 cells, the header has 2');
    expect(await refusedWith(bytes('a,b\n"1,2\n'))).toContain('never closed');
    expect(await refusedWith(new Uint8Array([0x89, 0x50, 0, 0, 1]))).toContain('neither a table in text');
    expect(await refusedWith(bytes(''))).toContain('empty');
  });
});

describe('workbooks', () => {
  const cell = (value: string) => ({ value, type: String });

  it('gives days, numbers and texts as they are shown', async () => {
    const sheet = [
      [cell('Staff'), null, null, null],
      [cell('Id'), cell('Name'), cell('Start'), cell('Share')],
      [
        { value: 4711, type: Number },
        cell('=not a formula'),
        { value: new Date('2024-02-29T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        { value: 0.5, type: Number },
      ],
      [cell('00042'), cell('🦊'), cell('2024-03-01'), null],
    ];
    const table = await readTableFile(new Uint8Array(await writeExcel(sheet).toBuffer()), 'people.xlsx');
    expect(table.header).toEqual(['id', 'name', 'start', 'share']);
    expect(table.rows).toEqual([
      { line: 3, values: ['4711', '=not a formula', '2024-02-29', '0.5'] },
      { line: 4, values: ['00042', '🦊', '2024-03-01', ''] },
    ]);
  });

  it('refuses macros, spans that fill memory, bombs, old and broken files', async () => {
    const zip = (name: string, text: string) => storedZip([{ name, bytes: Buffer.from(text) }]);
    expect(await refusedWith(zip('xl/vbaProject.bin', ''))).toContain('macros');
    expect(await refusedWith(bombOf('xl/sharedStrings.xml', 80 * 1024 * 1024))).toContain('more than 64 MiB');
    expect(await refusedWith(bombOf('xl/sharedStrings.xml', 40 * 1024 * 1024))).toContain('100 times');
    expect(await refusedWith(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toContain('password');
    expect(await refusedWith(bytes('PK broken'))).toContain('broken');
    const many = Array.from({ length: 1_001 }, (_, at) => ({ name: `a${at}.xml`, bytes: Buffer.alloc(0) }));
    expect(await refusedWith(storedZip(many))).toContain('1,000 files');
  });

  const text = (address: string, value = 'x') => `<c ${address} t="inlineStr"><is><t>${value}</t></is></c>`;

  it.each([
    ['row', '<row r="999999999999"/>'],
    ['row', `<row r='900000000'>${text("r='A900000000'")}</row>`],
    ['spans too many', `<row r="180000">${text('r="XFD180000"')}</row>`],
    ['address', `<row>${text("r='ZZZZZZZ1'")}</row>`],
    ['address', `<row>${text('r ="AAAAAA1"')}</row>`],
    ['address', `<row>${text('r="&#65;AAAAA1"')}</row>`],
    ['address', `<row>${text('r="aaaa1"')}</row>`],
    ['address', `<row>${text('s=">" r="AAAAAA1"')}</row>`],
    ['address', `<row r="1">${text('r="A2"')}</row>`],
    ['broken', `<row>${'<c '.repeat(200_000)}</row>`],
    ['broken', `<row>${'<c'.repeat(200_000)}</row>`],
    ['broken', `<row><c ${'a="b" '.repeat(200_000)}`],
    ['broken', `<row><c ${' '.repeat(400_000)}`],
    ['broken', `<row r="2">${text('r="A2"')}</row><row r="1">${text('r="A1"')}</row>`],
    ['broken', `<row>${text('r="B1"')}${text('r="A1"')}</row>`],
  ])('refuses (%s) a sheet that fills memory or time', async (reason, rows) => {
    expect(await refusedWith(workbookOf(rows))).toContain(reason);
  });

  it('refuses such a sheet wherever it stands in the workbook', async () => {
    const rows = `<row>${text("r='ZZZZZZZ1'")}</row>`;
    expect(await refusedWith(workbookOf(rows, 'elsewhere.xml'))).toContain('address');
    expect(await refusedWith(workbookOf(rows, 'sharedStrings.xml'))).toContain('address');
  });

  it('refuses cells that name one long text over and over', async () => {
    const cells = Array.from({ length: 90 }, (_, at) => `<row r="${at + 1}"><c t="s"><v>0</v></c></row>`);
    const strings = `<sst><si><t>${'x'.repeat(900_000)}</t></si></sst>`;
    expect(await refusedWith(workbookOf(cells.join(''), undefined, strings))).toContain('64 MiB of text');
  });

  it('reads sheets of other programs: prefixes, single quotes, no addresses, formulas, comments', async () => {
    const rows = [
      `<row><c t="inlineStr"><is><t>Id</t></is></c>${text("r='B1'", 'Name')}</row>`,
      '<!-- <row r="900000000"/> --><x:row r="4" spans="1:2"><x:c r="A4"><x:f>1+1</x:f><x:v>2</x:v></x:c>',
      '<x:c r="B4" t="str"><x:v>a &amp; b &lt;c&gt;</x:v></x:c><x:c r="D4" s="0"/></x:row>',
    ];
    const table = await readTableFile(workbookOf(rows.join('')), 'people.xlsx');
    expect(table.header).toEqual(['id', 'name']);
    expect(table.rows).toEqual([{ line: 4, values: ['2', 'a & b <c>'] }]);
  });

  it('takes the guard of a formula off, as of text', async () => {
    const rows = `<row>${text('', 'id')}</row><row>${text('', '&apos;=1')}</row><row>${text('', '&apos;t')}</row>`;
    const table = await readTableFile(workbookOf(rows), 'people.xlsx');
    expect(table.rows.map((row) => row.values)).toEqual([['=1'], ["'t"]]);
    const cells = ["'=1", '=1', "''+x", "'t", '-'];
    const download = { name: 'x', header: ['id'], rows: cells.map((value) => [value]) };
    for (const format of ['csv', 'xlsx'] as const) {
      const file = new Uint8Array(await (await downloadTable(download, format)).arrayBuffer());
      const back = await readTableFile(file, `x.${format}`);
      expect(back.rows.map((row) => row.values[0])).toEqual(cells);
    }
  });
});

/** A zip with one compressed file of so many zeros; it is made by changing the headers of a stored one. */
function bombOf(name: string, size: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size));
  const zip = Buffer.from(storedZip([{ name, bytes: packed }]));
  const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  for (const at of [4, directory + 6]) {
    zip.writeUInt16LE(8, at + 4);
    zip.writeUInt32LE(size, at + 18);
  }
  return zip;
}
