import { describe, expect, it } from 'vitest';
import { thrownBy } from '#test/fixtures/frameworks/read-framework-file';
import { InvalidInput } from '~/shared/errors';
import { checkFrameworkSize, decodeText } from './decode-text';
import { MAX_FRAMEWORK_BYTES } from './framework-limits';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const refusal = (bytes: Uint8Array) => thrownBy(() => decodeText(bytes, 'f.txt')) as InvalidInput;

describe('decodeText', () => {
  it('gives the text without its byte order mark', () => {
    expect(decodeText(bytesOf('\ufeffGate — door 🚪'), 'f.txt')).toBe('Gate — door 🚪');
  });

  it.each([
    ['NUL', [0x61, 0x0a, 0x00], 'f.txt:2', 'Byte 3 is NUL'],
    ['a lone continuation', [0x61, 0x0a, 0x62, 0x80, 0x63], 'f.txt:2', 'Byte 4'],
    ['an overlong form', [0xc0, 0xaf], 'f.txt:1', 'Byte 1'],
    ['an encoded surrogate', [0x61, 0xed, 0xa0, 0x80], 'f.txt:1', 'not UTF-8'],
    ['a character cut at the end', [0x61, 0x62, 0xe2, 0x80], 'f.txt:1', 'not UTF-8'],
    ['nothing', [], 'f.txt', 'empty'],
  ])('refuses %s at its place', (_name, bytes, pointer, words) => {
    const error = refusal(new Uint8Array(bytes));
    expect(error).toBeInstanceOf(InvalidInput);
    expect(error.errors[0]?.pointer).toBe(pointer);
    expect(error.errors[0]?.detail).toContain(words);
  });

  it('refuses a size above 5 MiB before anything is read', () => {
    expect(() => checkFrameworkSize(MAX_FRAMEWORK_BYTES, 'f.txt')).not.toThrow();
    const error = thrownBy(() => checkFrameworkSize(200 * 1024 * 1024, 'f.txt')) as InvalidInput;
    expect(error.reason).toContain('200.0 MiB; at most 5 MiB');
    expect(refusal(new Uint8Array(MAX_FRAMEWORK_BYTES + 1)).reason).toContain('at most 5 MiB');
  });
});
