import { describe, expect, it } from 'vitest';
import { proofCount, proofSeed, seededRandom } from '#test/isolation/loss/seeded-random';
import { form } from '#test/setup/http-client';
import { openTestWeb } from '#test/setup/web';
import { heldMemory } from './malformed/held-memory';
import { listParsers } from './malformed/parsers';
import { verdictOf, verdictOfCall } from './malformed/verdict';

const COUNT = proofCount(60);
const SEED = proofSeed();
const MOST_MEMORY = 64 * 1024 * 1024;
const WARM_UP = 40;

const web = await openTestWeb();
const access = { cookie: await web.signInAs('admin'), token: await web.token('hr_partner') };
const parsers = Object.entries(listParsers(web, access));

/** What was logged since; the test itself would hold it for ever. */
const takeLines = () => (web.logLines as string[]).splice(0);

describe('malformed input to every parser (security.md proof 13)', () => {
  it.each(parsers)(
    `%s: ${COUNT} inputs are taken or refused with their place`,
    async (name, offer) => {
      const counts = { accepted: 0, refused: 0, broken: 0 };
      const broken: string[] = [];
      const failed: string[] = [];
      for (let turn = 0; turn < Math.min(WARM_UP, COUNT); turn += 1)
        await offer(seededRandom(SEED - 1 - turn));
      takeLines();
      const before = heldMemory();
      for (let turn = 0; turn < COUNT; turn += 1) {
        const verdict = await offer(seededRandom(SEED + turn));
        counts[verdict.kind] += 1;
        if (verdict.kind === 'broken') broken.push(`PROOF_SEED=${SEED + turn}: ${verdict.why}`);
        failed.push(...takeLines().filter((line) => /"level":(50|60)/.test(line)));
      }
      const grown = heldMemory() - before;
      console.info(
        `proof 13, ${name}: ${COUNT} inputs, ${counts.refused} refused, ${counts.accepted} taken, ` +
          `${counts.broken} failures, ${failed.length} errors logged, memory ${mebibytes(grown)} MiB, seed ${SEED}`,
      );
      expect(broken).toEqual([]);
      expect(failed).toEqual([]);
      expect(counts.refused + counts.accepted).toBe(COUNT);
      expect(grown).toBeLessThan(MOST_MEMORY);
    },
    60_000 + COUNT * 200,
  );
});

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

describe('red control', () => {
  const answer = { status: 422, headers: {}, body: '<p>no</p>', cookies: [] };
  const problem = { 'content-type': 'application/problem+json' };

  it('a 500, a stack trace, words of the database and a refusal without a place are failures', () => {
    const planted = [
      { ...answer, status: 500 },
      { ...answer, body: 'Error: x\n    at read (file.ts:3:1)' },
      { ...answer, status: 400, body: 'invalid input syntax for type uuid' },
      answer,
      { ...answer, headers: problem, body: JSON.stringify({ detail: 'no', errors: [] }) },
      { ...answer, headers: problem, body: JSON.stringify({ errors: [{ pointer: '/x' }] }) },
    ];
    expect(planted.map((one) => verdictOf(one).kind)).toEqual(planted.map(() => 'broken'));
  });

  it('a parser that throws anything but a refusal fails; so does memory that is kept', async () => {
    expect((await verdictOfCall(() => JSON.parse('{'))).kind).toBe('broken');
    const before = heldMemory();
    const kept = Buffer.alloc(2 * MOST_MEMORY, 1);
    expect(heldMemory() - before).toBeGreaterThan(MOST_MEMORY);
    expect(kept).toHaveLength(2 * MOST_MEMORY);
  });

  it('a form of the page itself is taken', async () => {
    const sent = { ...form(web.origin, { theme: 'dark', returnTo: '/login' }), cookie: access.cookie };
    expect(verdictOf(await web.send('/theme', sent)).kind).toBe('accepted');
  });
});
