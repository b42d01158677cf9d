import type { SeededRandom } from '#test/isolation/loss/seeded-random';

/** Text that breaks readers which trust what they get. */
export const HOSTILE: readonly string[] = [
  '',
  '\0',
  '\u0001',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00x',
  '\u202e',
  '\u2028',
  '\r',
  '\n',
  '"',
  "'",
  '\\',
  "' or 1=1--",
  '$\u007b7*7}',
  '{{7*7}}',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  '1e999',
  '9'.repeat(400),
  '99999999999999999999',
  '-1',
  '0x10',
  'null',
  'true',
  '[]',
  '{}',
  'x'.repeat(5_000),
  '😀'.repeat(200),
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '=1+1',
  '%00',
  '%ff',
];

export function pick<T>(random: SeededRandom, values: readonly T[]): T {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** The bytes of a right input with one to three faults: cut, repeated, swapped, overwritten, or with hostile text put in. */
export function broken(random: SeededRandom, right: string | Uint8Array): Uint8Array {
  let bytes: Buffer = Buffer.from(right);
  for (let faults = 1 + random.below(3); faults > 0; faults -= 1) bytes = withFault(random, bytes);
  return bytes;
}

function withFault(random: SeededRandom, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + random.below(40));
  const replaced = (middle: Uint8Array) => Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(to)]);
  const insert = (middle: Uint8Array) => Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at)]);
  switch (random.below(7)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return replaced(Buffer.alloc(0));
    case 2:
      return insert(bytes.subarray(at, to));
    case 3:
      return insert(Buffer.from(pick(random, HOSTILE)));
    case 4:
      return replaced(Buffer.from(pick(random, HOSTILE)));
    case 5:
      return insert(Buffer.from(Array.from({ length: 1 + random.below(4) }, () => random.below(256))));
    default:
      return replaced(Buffer.from([...bytes.subarray(at, to)].map((byte) => byte ^ (1 << random.below(8)))));
  }
}

/** Any bytes at all as an address carries them: percent-encoded. */
export function percentEncoded(random: SeededRandom, text: string): string {
  const bytes = random.chance(0.3) ? broken(random, text) : Buffer.from(text);
  return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
