import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { entryBytes } from '~/modules/organizations/domain/audit/entry-bytes';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const text = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '=1', 'é', '東京', '🙂', '{"a":"b"}'))
  .filter((value) => !value.includes('\0'));
const entry = fc.record({
  organizationId: fc.uuid(),
  sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  actorKind: text,
  actorId: text,
  action: text,
  subjectKind: text,
  subjectId: text,
  details: text,
  commitments: fc.array(text, { maxLength: 3 }),
  previousHash: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) => Buffer.from(bytes).toString('hex')),
});

it('database and verifier make the same bytes of every entry', async () => {
  await fc.assert(
    fc.asyncProperty(entry, async (given) => {
      const { organizationId, sequence, at, commitments, previousHash } = given;
      const texts = [
        given.actorKind,
        given.actorId,
        given.action,
        given.subjectKind,
        given.subjectId,
        given.details,
      ];
      const [row] = await admin<{ bytes: Buffer }[]>`
        select cadre_private.audit_bytes(${organizationId}::uuid, ${sequence}::bigint, ${new Date(at).toISOString()}::timestamptz,
          array(select jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb)), array(select jsonb_array_elements_text(${JSON.stringify(commitments)}::text::jsonb)), decode(${previousHash}, 'hex')) as bytes`;
      expect(Buffer.from(entryBytes(given)).toString('hex')).toBe(row?.bytes.toString('hex'));
    }),
    { numRuns: 300, seed: 11 },
  );
});
