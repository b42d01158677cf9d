import type { peopleImports } from '#test/fixtures/people/people-imports';
import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import type { BackendKiller } from '#test/proofs/imports/backend-killer';
import { type DrawnFiles, fileOf, shuffle } from '#test/proofs/imports/drawn-files';
import { endState, toldOf } from '#test/proofs/imports/end-state';

type Imports = ReturnType<typeof peopleImports>;
type Organization = Awaited<ReturnType<Imports['newOrganization']>>;

export interface Attempt {
  readonly imports: Imports;
  readonly killer: BackendKiller;
  readonly random: SeededRandom;
  readonly files: DrawnFiles;
  /** Rows that the import writes when nothing happens to it. */
  readonly writes: number;
  /** Red control: a job whose worker was killed is not delivered again. */
  readonly forgetsJobs: boolean;
}

/** What the ways lead to. */
export interface Outcome {
  readonly state: string;
  /** What the import says that changed the people; where two did it, that of the first. */
  readonly told: string;
  /** What was found wrong on the way. */
  readonly faults: readonly string[];
}

/** An organization that knows the first file, and the second one in its order or another. */
async function known({ imports, files: { first } }: Attempt): Promise<Organization> {
  const organization = await imports.newOrganization();
  await organization.begin(fileOf(first), { step: 'take' });
  await imports.jobs.run();
  return organization;
}

const outcome = async (
  organization: Organization,
  importId: string,
  faults: string[] = [],
): Promise<Outcome> => ({
  state: await organization.run(endState),
  told: await organization.run((ctx) => toldOf(ctx, importId)),
  faults,
});

/** Once, as the files are: what all other ways have to lead to. */
export async function once(attempt: Attempt): Promise<Outcome & { readonly writes: number }> {
  const organization = await known(attempt);
  await attempt.killer.arm();
  const importId = await takeOrPreview(attempt, organization, attempt.files.second);
  await attempt.imports.jobs.run();
  const writes = await attempt.killer.written();
  return { ...(await outcome(organization, importId)), writes };
}

/** Read a second time, which may change nothing. */
async function twice(attempt: Attempt): Promise<Outcome> {
  const organization = await known(attempt);
  const importId = await takeOrPreview(attempt, organization, attempt.files.second);
  await attempt.imports.jobs.run();
  const again = await organization.begin(fileOf(attempt.files.second), { step: 'take' });
  await attempt.imports.jobs.run();
  const { counts } = await organization.get(again);
  const faults =
    counts?.created === 0 && counts.changed === 0 ? [] : [`read again: ${JSON.stringify(counts)}`];
  return outcome(organization, importId, faults);
}

/** With its rows in another order. */
async function shuffled(attempt: Attempt): Promise<Outcome> {
  const { files, random } = attempt;
  const organization = await known({ ...attempt, files: { ...files, first: shuffle(random, files.first) } });
  const importId = await takeOrPreview(attempt, organization, shuffle(random, files.second));
  await attempt.imports.jobs.run();
  return outcome(organization, importId);
}

/** The connection of the transaction that applies it ended at a random row, once or twice; then delivered again. */
async function killed(attempt: Attempt): Promise<Outcome> {
  const organization = await known(attempt);
  const importId = await takeOrPreview(attempt, organization, attempt.files.second);
  const before = await organization.run(endState);
  const faults: string[] = [];
  for (let times = 1 + attempt.random.below(2); times > 0 && attempt.writes > 0; times -= 1) {
    await attempt.killer.arm(1 + attempt.random.below(attempt.writes));
    const lived = await attempt.imports.jobs.run().then(
      () => true,
      () => false,
    );
    await attempt.killer.arm();
    if (lived) faults.push('the import was not killed');
    if ((await organization.run(endState)) !== before) faults.push('something half done was kept');
  }
  if (!attempt.forgetsJobs) await attempt.imports.jobs.run();
  return outcome(organization, importId, faults);
}

/** Twice at once. */
async function atOnce(attempt: Attempt): Promise<Outcome> {
  const organization = await known(attempt);
  const { second } = attempt.files;
  const both = [
    await takeOrPreview(attempt, organization, second),
    await takeOrPreview(attempt, organization, shuffle(attempt.random, second)),
  ];
  await attempt.imports.jobs.runTogether();
  const rows = await Promise.all(both.map(organization.get));
  const faults: string[] = [];
  const applied = rows.filter(({ state }) => state === 'applied');
  if (applied.length === 0) faults.push('neither was applied');
  const done = rows.map(({ counts }) => (counts?.created ?? 0) + (counts?.changed ?? 0));
  if (applied.length === 2 && Math.min(...done) > 0)
    faults.push(`both changed people: ${done.join(' and ')}`);
  const first =
    applied.find(({ counts }) => (counts?.created ?? 0) + (counts?.changed ?? 0) > 0) ?? applied[0];
  return outcome(organization, first?.importId ?? both[0] ?? '', faults);
}

/** Both at once without anybody in between, or previewed and then applied, as drawn. */
async function takeOrPreview(
  { imports, random }: Attempt,
  organization: Organization,
  lines: readonly string[],
): Promise<string> {
  if (random.chance(0.5)) return organization.begin(fileOf(lines), { step: 'take' });
  const importId = await organization.begin(fileOf(lines));
  await imports.jobs.run();
  await organization.confirm(importId);
  return importId;
}

export const WAYS = { twice, shuffled, killed, 'two at once': atOnce } as const;
export type Way = keyof typeof WAYS;
