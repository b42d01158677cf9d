import { describe, expect, it } from 'vitest';
import { parseRecords } from './csv';
import { decodeTable } from './decode-table';
import { InvalidInput } from './errors';
import { looseTable } from './loose-table';
import { separatorOf } from './separator';
import { type ByteSource, streamRecords, textShapeOf } from './stream-records';
import { openTextTable } from './streamed-table';

const FILE = 'people.csv';
const inPieces = (bytes: Uint8Array, size: number): ByteSource =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
async function all<T>(pieces: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const piece of pieces) rows.push(...piece);
  return rows;
}
const told = (error: unknown) => {
  if (!(error instanceof InvalidInput)) throw error;
  return { reason: error.reason, errors: error.errors };
};

async function streamed(bytes: Uint8Array, size: number) {
  const source = inPieces(bytes, size);
  const rows: unknown[] = [];
  try {
    for await (const piece of streamRecords(source, FILE, await textShapeOf(source, FILE)))
      rows.push(...piece);
    return rows;
  } catch (error) {
    return told(error);
  }
}

function atOnce(bytes: Uint8Array) {
  try {
    const text = decodeTable(bytes, FILE);
    return parseRecords(text, FILE, separatorOf(text));
  } catch (error) {
    return told(error);
  }
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const TEXTS: Readonly<Record<string, Uint8Array>> = {
  plain: Buffer.from('a,b\r\n1,2\r\n\r\n3,4'),
  'ends of lines of all kinds': Buffer.from('a;b\r1;2\n\n3;4\r\r\n5;6\n'),
  'quoted from the beginning': Buffer.from('"a","b"\r\n"1\r\n2","x ""y"""\r\n,\r\n3,4\r\n'),
  'quoted late, with breaks in cells': Buffer.from(`a,b\n${'1,2\n'.repeat(20)}\n\n3,"4\n5\r\n6"\n7,8\n`),
  'letters of several bytes': Buffer.from('name,team\nGärtner 警備員 😀,保安\nÅ,"é 😀"\n'),
  'a byte order mark': Buffer.from('\ufeffa,b\n1,2\n\ufeff3,4\n'),
  'Windows-1252': Buffer.from('Name;Ort\nM\xfcller;K\xf6ln\n\x80;\x93\n', 'latin1'),
  'UTF-16': utf16('a\tb\r\nGärtner 😀\t2\r\n'),
  'a quote never closed': Buffer.from('a,b\n1,2\n\n3,4\n5,"6\n7,8\n'),
  'a quote within a cell': Buffer.from('a,b\n1,2\n3,x"y"\n'),
  'zero bytes': Buffer.from('a,b\n1,\0\n'),
  'a row without end': Buffer.from(`a,b\n1,2\n${'x'.repeat(1024 * 1024 + 10)}\n3,4\n`),
  nothing: Buffer.from('\n\n'),
};

describe('records of a text, piece by piece', () => {
  for (const [name, bytes] of Object.entries(TEXTS))
    it(`are those of the whole text: ${name}`, async () => {
      const sizes = bytes.length > 10_000 ? [65_536, 1_000_003] : [4, 5, 6, 7, 16, 61, 1_000];
      const whole = atOnce(bytes);
      for (const size of sizes)
        expect({ size, found: await streamed(bytes, size) }).toEqual({ size, found: whole });
    });

  it('hold no more at once than a piece has', async () => {
    const rows = 50_000;
    const bytes = Buffer.from(
      `a,b\n${'some text,other text\n'.repeat(rows / 2)}${'"quoted",text\n'.repeat(rows / 2)}`,
    );
    const source = inPieces(bytes, 16_384);
    const sizes: number[] = [];
    for await (const piece of streamRecords(source, FILE, await textShapeOf(source, FILE)))
      sizes.push(piece.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows + 1);
    expect(Math.max(...sizes)).toBeLessThan(2_000);
  });
});

describe('a table whose rows come in pieces', () => {
  it('has the header and the rows of the same table read whole, as often as asked', async () => {
    const text = `People of the year\n\nid;name\n${Array.from({ length: 3_000 }, (_, at) => `${at};'=1+${at}`).join('\n')}\n`;
    const table = await openTextTable(inPieces(Buffer.from(text), 4_096), FILE);
    const whole = looseTable(FILE, parseRecords(text, FILE, ';'));
    expect([table.headerLine, table.header]).toEqual([whole.headerLine, whole.header]);
    for (const _ of [1, 2]) {
      const rows = await all(table.rows());
      expect(rows.map(({ line }) => line)).toEqual(whole.rows.map(({ line }) => line));
      expect(rows.at(-1)?.values).toEqual(['2999', '=1+2999']);
    }
    expect(table.first).toHaveLength(1_000);
  });

  it('keeps few of its first rows where they are long, but those in which the header is looked for', async () => {
    const text = (length: number) => `a,b\n${`${'x'.repeat(length)},1\n`.repeat(500)}`;
    const firstOf = async (length: number) =>
      (await openTextTable(inPieces(Buffer.from(text(length)), 65_536), FILE)).first.length;
    expect([await firstOf(10), await firstOf(100_000)]).toEqual([500, 29]);
    expect(await firstOf(10_000)).toBeLessThan(110);
  });

  it('is refused when it has too many rows, and when it has none', async () => {
    const many = Buffer.from(`a\n${'1\n'.repeat(200_001)}`);
    const table = await openTextTable(inPieces(many, 65_536), FILE);
    await expect(all(table.rows())).rejects.toMatchObject({
      errors: [{ pointer: FILE, detail: expect.stringContaining('200,000 rows') }],
    });
    await expect(openTextTable(inPieces(Buffer.from('\n'), 10), FILE)).rejects.toBeInstanceOf(InvalidInput);
  });
});
