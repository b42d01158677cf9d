import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '~/shared/errors';
import { Utf8Reader } from './utf8-reader';

function read(bytes: Uint8Array, piece: number): string {
  const reader = new Utf8Reader('f.txt');
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += reader.push(bytes.subarray(at, at + piece));
  return text + reader.end();
}

function refusalOf(bytes: readonly number[], piece = 1000) {
  try {
    read(new Uint8Array(bytes), piece);
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors[0];
  }
  throw new Error('It was read.');
}
const ascii = (text: string) => [...new TextEncoder().encode(text)];

describe('UTF-8 in pieces', () => {
  it('comes back whole, without a byte order mark', () => {
    expect(read(new TextEncoder().encode('\ufeffé\n'), 1)).toBe('é\n');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), (text, piece) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && !/^(PK|%PDF)/.test(text));
        expect(read(new TextEncoder().encode(text), piece)).toBe(text.toWellFormed());
      }),
    );
  });

  it('is refused on the line of the first byte that is none, whatever the pieces', () => {
    const bad = [...ascii('a\né\n'), 0xe9, ...ascii('x\ny\n')];
    for (const piece of [1, 2, 3, 4, 5, 100])
      expect(refusalOf(bad, piece)).toMatchObject({
        pointer: 'f.txt:3',
        detail: expect.stringContaining('UTF-8'),
      });
    expect(refusalOf([...ascii('a\n'), 0xc3])).toMatchObject({ pointer: 'f.txt:2' });
    expect(refusalOf([...ascii('a\nb'), 0, 1])).toMatchObject({
      pointer: 'f.txt:2',
      detail: expect.stringContaining('NUL'),
    });
  });

  it('names files that are something else', () => {
    expect(refusalOf([0xff, 0xfe, 0x61, 0])?.detail).toContain('UTF-16');
    expect(refusalOf([0x50, 0x4b, 3, 4])?.detail).toContain('zip');
    expect(refusalOf(ascii('%PDF-1.7'))?.detail).toContain('PDF');
  });
});
