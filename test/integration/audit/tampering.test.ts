import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { proofCount } from '#test/isolation/loss/seeded-random';
import { openTestDatabase } from '#test/setup/database';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { type ChainEntry, NO_HASH } from '~/modules/organizations/domain/audit/chain-entry';
import { verifyChain } from '~/modules/organizations/domain/audit/verify-chain';
import { sha256, verifyAudit } from '~/modules/organizations/queries/verify-audit';
import { type Draw, headOf, readLog, TAMPERINGS } from './tamper';

const SEED = Number(process.env.PROOF_SEED) || 20_261_121;
const COUNT = proofCount(10_000);
const ENTRIES = 16;

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

const { organizationId } = await db.newOrganization();
const run = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
for (let people = 0; people < ENTRIES; people += 1) {
  await run(async (ctx) => {
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'figures.rebuild', subject, details: { people } });
  });
}
const original = await readLog(run);
const heads = [headOf(original)];

/** Numbers that depend on the seed alone (mulberry32). */
function seeded(seed: number): Draw {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** The log up to a random length from two on, so that every tampering meets short and long ones. */
const some = (draw: Draw) => original.slice(0, 2 + draw(ENTRIES - 1));
const check = (chain: readonly ChainEntry[], against = heads) =>
  verifyChain(chain, { sha256, heads: against });

describe('tampering with the audit log (security.md proof 11)', () => {
  it(`${COUNT} tamperings: each is found, at its first entry`, async () => {
    const draw = seeded(SEED);
    const kinds = Object.entries(TAMPERINGS);
    const missed: unknown[] = [];
    const misplaced: unknown[] = [];
    for (let turn = 0; turn < COUNT; turn += 1) {
      const [kind, tamper] = kinds[turn % kinds.length] ?? kinds[0] ?? ['', () => ({ chain: [], first: 0 })];
      const before = some(draw);
      const { chain, first } = tamper(before, draw);
      const verdict = await check(chain, [headOf(before)]);
      if (verdict.sound) missed.push({ turn, kind });
      else if (verdict.sequence !== first) misplaced.push({ turn, kind, first, verdict });
    }
    console.info(
      `proof 11: ${COUNT} tamperings of ${kinds.length} kinds, ${COUNT - missed.length} found, ` +
        `${misplaced.length} named at another entry, seed ${SEED}`,
    );
    expect({ missed, misplaced }).toEqual({ missed: [], misplaced: [] });
  }, 120_000);

  it(`${COUNT} untouched logs: no false alarm`, async () => {
    const draw = seeded(SEED + 1);
    let alarms = 0;
    for (let turn = 0; turn < COUNT; turn += 1) {
      const chain = some(draw);
      const published = [headOf(chain.slice(0, 1 + draw(chain.length))), headOf(chain)];
      if (!(await check(chain, published)).sound) alarms += 1;
    }
    console.info(`proof 11: ${COUNT} untouched logs, ${alarms} false alarms, seed ${SEED + 1}`);
    expect(alarms).toBe(0);
  }, 120_000);

  it('is found in the table itself, changed by a superuser', async () => {
    const changes: readonly [string, number, ...string[]][] = [
      ['edit', 7, `update audit_entries set details = '{"people":999}' where sequence = 7`],
      ['edit of white space', 8, `update audit_entries set details = '{"people": 7}' where sequence = 8`],
      ['edit of the moment', 9, `update audit_entries set at = at + interval '1 ms' where sequence = 9`],
      ['delete', 5, 'delete from audit_entries where sequence = 5'],
      ['delete the first', 1, 'delete from audit_entries where sequence = 1'],
      [
        'delete and number anew',
        5,
        'delete from audit_entries where sequence = 5',
        'update audit_entries set sequence = sequence + 1000 where sequence > 5',
        'update audit_entries set sequence = sequence - 1001 where sequence > 1000',
      ],
      [
        'swap',
        3,
        'update audit_entries set sequence = 1000 where sequence = 3',
        'update audit_entries set sequence = 3 where sequence = 12',
        'update audit_entries set sequence = 12 where sequence = 1000',
      ],
      ['cut tail', 11, 'delete from audit_entries where sequence > 10'],
      ['all gone', 1, 'delete from audit_entries'],
      [
        'last one written anew',
        ENTRIES,
        `update audit_entries set actor_id = 'somebody', hash = sha256(cadre_private.audit_bytes(organization_id, sequence,
           at, array[actor_kind, 'somebody', action, subject_kind, subject_id, details::text], commitments, previous_hash))
          where sequence = ${ENTRIES}`,
      ],
    ];
    for (const [kind, first, ...statements] of changes) {
      const chain = await tampered(statements);
      expect({ kind, ...(await check(chain)) }).toMatchObject({ kind, sound: false, sequence: first });
    }
    expect(await verifyAudit(run, heads)).toMatchObject({ sound: true, entries: ENTRIES });
  });
});

/** The log as it reads after these statements, which are taken back. */
async function tampered(statements: readonly string[]): Promise<ChainEntry[]> {
  const kept: ChainEntry[] = [];
  await admin
    .begin(async (tx) => {
      for (const statement of statements)
        await tx.unsafe(
          / where /.test(statement)
            ? `${statement} and organization_id = '${organizationId}'`
            : `${statement} where organization_id = '${organizationId}'`,
        );
      const rows = await tx<(Omit<ChainEntry, 'at'> & { at: Date })[]>`
        select organization_id as "organizationId", sequence::int, at, actor_kind as "actorKind", actor_id as "actorId",
               action, subject_kind as "subjectKind", subject_id as "subjectId", details::text as details, commitments,
               encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash
          from audit_entries where organization_id = ${organizationId} order by sequence`;
      kept.push(...rows.map((row) => ({ ...row, at: row.at.getTime(), values: [] })));
      throw new Error('taken back');
    })
    .catch((error: Error) => {
      if (error.message !== 'taken back') throw error;
    });
  return kept;
}

describe('red control', () => {
  it('a verifier whose hash sees nothing, or that knows no published head, misses what these tests find', async () => {
    const one = 'x'.repeat(64);
    const linked = original.map((entry, at) => ({
      ...entry,
      hash: one,
      previousHash: at === 0 ? NO_HASH : one,
    }));
    const edited = linked.map((entry) => (entry.sequence === 3 ? { ...entry, actorId: 'somebody' } : entry));
    expect((await verifyChain(edited, { sha256: () => one, heads: [] })).sound).toBe(true);
    expect((await check(edited)).sound).toBe(false);
    const draw = seeded(SEED + 2);
    for (const kind of ['cut tail', 'rewrite']) {
      const { chain } = TAMPERINGS[kind]?.(original, draw) ?? { chain: [] };
      expect((await check(chain, [])).sound).toBe(true);
      expect((await check(chain)).sound).toBe(false);
    }
  });
});
