import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { peopleImports } from '#test/fixtures/people/people-imports';
import { proofCount, proofSeed, type SeededRandom, seededRandom } from '#test/isolation/loss/seeded-random';
import { openTestDatabase } from '#test/setup/database';
import { installKiller } from './imports/backend-killer';
import { drawFiles } from './imports/drawn-files';
import { once, WAYS, type Way } from './imports/ways';

const FILES = proofCount(4);
const SEED = proofSeed();
const ways = Object.keys(WAYS) as Way[];

const db = await openTestDatabase();
const imports = peopleImports(db);
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const killer = await installKiller(admin);

/** Brings one drawn file in once and in these ways; what differs. */
async function differences(
  random: SeededRandom,
  tried: readonly Way[],
  forgetsJobs = false,
): Promise<{ readonly found: string[]; readonly written: number }> {
  const files = drawFiles(random);
  const attempt = { imports, killer, random, files, forgetsJobs };
  const wanted = await once({ ...attempt, writes: 0 });
  const found: string[] = [];
  for (const way of tried) {
    const outcome = await WAYS[way]({ ...attempt, writes: wanted.writes });
    found.push(...outcome.faults.map((fault) => `${way}: ${fault}`));
    if (outcome.state !== wanted.state) found.push(`${way}: another end`);
    if (outcome.told !== wanted.told) found.push(`${way}: another report`);
  }
  return { found, written: wanted.writes };
}

describe('imports of people (security.md proof 14)', () => {
  it(
    'end the same read once, twice, shuffled, killed in between, and two at once',
    async () => {
      const failures: string[] = [];
      let written = 0;
      for (let file = 0; file < FILES; file += 1) {
        const { found, ...drawn } = await differences(seededRandom(SEED + file), ways);
        failures.push(...found.map((what) => `file ${file}, seed ${SEED + file}: ${what}`));
        written += drawn.written;
        if ((file + 1) % 50 === 0) console.info(`imports: ${file + 1} of ${FILES} files`);
      }
      console.info(
        `imports: ${FILES} files in ${ways.length} ways, ${written} rows written, ${failures.length} failures, seed ${SEED}`,
      );
      expect(written).toBeGreaterThan(0);
      expect(failures).toEqual([]);
    },
    20_000 + FILES * 8_000,
  );

  it('red control: a killed job that is not delivered again is found', async () => {
    const { found } = await differences(seededRandom(SEED), ['killed'], true);
    expect(found).toContain('killed: another end');
  });

  it('red control: people whose rows depend on the order in which they are written are found', async () => {
    await admin.unsafe(`
      create sequence proof.planted;
      create function proof.plant() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        if nextval('proof.planted') % 3 = 0 then new.title := new.title || ' (acting)'; end if;
        return new;
      end $$;
      create trigger proof_plant before insert on public.employments
        for each row execute function proof.plant()`);
    const { found } = await differences(seededRandom(SEED), ['twice', 'shuffled']);
    await admin.unsafe('drop trigger proof_plant on public.employments');
    expect(found).toEqual(expect.arrayContaining(['shuffled: another end']));
  });
});
