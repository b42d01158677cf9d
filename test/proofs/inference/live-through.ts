import { seededRandom } from '#test/isolation/loss/seeded-random';
import type { TestDatabase } from '#test/setup/database';
import { type Attack, attack } from './attack';
import { Organization, VIEWERS, type ViewerName } from './organization';
import { Notebook } from './read-told';
import { systemOf } from './system';
import { RATED, WEEKS } from './year';

export interface Size {
  readonly size: number;
  readonly k: number;
  readonly seed: number;
  /** Left out: a year. */
  readonly weeks?: number;
  /** Red control: what was known of a day and is told no more is thrown away. */
  readonly forgets?: boolean;
}

export interface LivedYear {
  readonly organization: Organization;
  readonly notebooks: ReadonlyMap<ViewerName, Notebook>;
  /** Days on which somebody looked at a release. */
  readonly days: readonly string[];
}

/** A year of an organization, in which each viewer notes every release on the day that it is made. */
export async function liveThrough(
  db: TestDatabase,
  { size, k, seed, weeks = WEEKS, forgets = false }: Size,
): Promise<LivedYear> {
  const organization = await Organization.open(db, { random: seededRandom(seed), size, k });
  const notebooks = new Map(VIEWERS.map((name) => [name, new Notebook()]));
  const days: string[] = [];
  const look = async (): Promise<void> => {
    days.push(organization.today);
    for (const [name, notebook] of notebooks)
      await organization.inTenant((ctx) => notebook.read(ctx, organization.viewer(name)));
  };
  await organization.noteReads(notebooks);
  await look();
  for (let number = 1; number < weeks; number += 1) {
    const week = organization.year.week(number);
    await organization.live(week);
    await organization.noteReads(notebooks);
    await organization.mistake(notebooks);
    if (forgets) await organization.forget();
    if (await organization.release('month_end')) await look();
    if (week.closesCycle && (await organization.release('cycle_closed'))) await look();
  }
  return { organization, notebooks, days };
}

/** What one viewer could determine of one dimension, from everything noted. */
export function attackNotes(
  notebooks: ReadonlyMap<ViewerName, Notebook>,
  k: number,
): readonly (Attack & { readonly who: string })[] {
  return [...notebooks].flatMap(([name, { told }]) =>
    RATED.map((dimension) => ({ who: `${name}, ${dimension}`, ...attack(systemOf(told[dimension]), k) })),
  );
}
