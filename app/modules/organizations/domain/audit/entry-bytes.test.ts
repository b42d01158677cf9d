import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainEntry } from './chain-entry';
import { entryBytes } from './entry-bytes';

const ENTRY: Omit<ChainEntry, 'hash' | 'values'> = {
  organizationId: '00112233-4455-6677-8899-aabbccddeeff',
  sequence: 1,
  at: 1_000,
  actorKind: 'user',
  actorId: 'a',
  action: 'x.y',
  subjectKind: 'team',
  subjectId: 't',
  details: '{}',
  commitments: [],
  previousHash: 'ff'.repeat(32),
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('entryBytes', () => {
  it('puts format, organization, number and moment before the texts behind their lengths', () => {
    const text = hex(entryBytes(ENTRY));
    expect(text.startsWith(Buffer.from('cadre.audit.1').toString('hex'))).toBe(true);
    expect(text.slice(26)).toBe(
      [
        '00112233445566778899aabbccddeeff',
        '0000000000000001',
        '00000000000003e8',
        '00000006',
        '00000004' + '75736572',
        '00000001' + '61',
        '00000003' + '782e79',
        '00000004' + '7465616d',
        '00000001' + '74',
        '00000002' + '7b7d',
        '00000000',
        'ff'.repeat(32),
      ].join(''),
    );
  });

  it('gives two entries that differ in any text different bytes, also where one ends as the next begins', () => {
    const texts = fc.tuple(fc.string(), fc.string(), fc.string());
    const bytes = ([actorId, action, subjectId]: readonly [string, string, string]) =>
      hex(entryBytes({ ...ENTRY, actorId, action, subjectId }));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(bytes(one) === bytes(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
    expect(bytes(['ab', 'c', ''])).not.toBe(bytes(['a', 'bc', '']));
    expect(hex(entryBytes({ ...ENTRY, commitments: ['a', 'b'] }))).not.toBe(
      hex(entryBytes({ ...ENTRY, commitments: ['ab'] })),
    );
  });
});
