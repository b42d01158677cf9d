import { describe, expect, it } from 'vitest';
import { InvalidInput } from '~/shared/errors';
import { readTitles } from './read-titles';

const bytes = (text: string) => Buffer.from(text, 'utf8');

/** Every title, with the stream cut into pieces of so many bytes; the fault where it stops. */
async function read(content: Uint8Array, { place = 'x.txt', piece = 7 } = {}) {
  const pieces = async function* () {
    for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece);
  };
  const titles: string[] = [];
  try {
    for await (const title of readTitles(pieces(), place)) titles.push(title);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { titles, fault: error.errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join() };
  }
  return { titles, fault: null };
}

describe('titles of a text', () => {
  it.each([1, 3, 1_000])('are its lines, whatever pieces of %d bytes the stream has', async (piece) => {
    const text = '\ufeffManager, Security\r\n\r\n  Wächter II \n"Quoted"\nlast';
    const { titles, fault } = await read(bytes(text), { piece });
    expect([titles, fault]).toEqual([['Manager, Security', 'Wächter II', '"Quoted"', 'last'], null]);
  });

  it('are none in an empty one', async () => {
    expect(await read(bytes(''))).toEqual({ titles: [], fault: null });
    expect(await read(bytes('\n\n'))).toEqual({ titles: [], fault: null });
  });

  it('end at the line that is no UTF-8, holds NUL or is too long, after those before it', async () => {
    const latin = Buffer.concat([bytes('Guard\ncaf'), Buffer.from([0xe9]), bytes('\nClerk\n')]);
    expect(await read(latin)).toMatchObject({
      titles: ['Guard'],
      fault: expect.stringMatching(/^x\.txt:2 .*UTF-8/),
    });
    const wide = Buffer.from('Guard\n', 'utf16le');
    expect((await read(wide)).fault).toMatch(/^x\.txt:1 .*NUL/);
    expect((await read(bytes(`Guard\n\n${'x'.repeat(301)}\n`))).fault).toMatch(/^x\.txt:3 .*300 characters/);
    expect((await read(bytes('x'.repeat(2_000_000)), { piece: 65_536 })).fault).toMatch(
      /^x\.txt:1 .*mebibyte/,
    );
  });
});

describe('titles of a CSV', () => {
  it('are its column title, else its first; told by its name or its header', async () => {
    const csv = 'id,Title,site\r\n1,"Manager, Security",x\r\n2,,y\r\n3,Wächter\r\n';
    expect((await read(bytes(csv), { place: 'people.CSV' })).titles).toEqual([
      'Manager, Security',
      'Wächter',
    ]);
    expect((await read(bytes('name,x\nGuard,1\n'), { place: 'x.csv' })).titles).toEqual(['Guard']);
    expect((await read(bytes('Title,x\n"Guard ""A""",1\n'))).titles).toEqual(['Guard "A"']);
    expect((await read(bytes('title\n"Guard,\nNight"\n'))).titles).toEqual(['Guard,\nNight']);
  });

  it('come back from a cell that was neutralised for spreadsheets', async () => {
    expect((await read(bytes("title\n'=A\n'B\n"))).titles).toEqual(['=A', "'B"]);
  });

  it('end where its quotes are broken', async () => {
    const { titles, fault } = await read(bytes('title\nGuard\nCle"r"k\n'));
    expect(titles).toEqual(['Guard']);
    expect(fault).toMatch(/^x\.txt:3 The quotes of this row are broken/);
    expect(await read(bytes('title\nGuard\n"Clerk\nGuard\n'))).toEqual({
      titles: ['Guard'],
      fault: 'x.txt:3 From here on a quoted cell is opened and never closed.',
    });
  });
});
