import type { TitleMatch } from '~/modules/occupations/domain/titles/match-title';
import type { OnetContext } from '~/modules/occupations/queries/onet-reader';
import {
  listTitleTraining,
  requireTitleRelease,
  type TitleRelease,
} from '~/modules/occupations/queries/title-training';
import { Unavailable } from '~/shared/errors';
import { TitleThreadHost } from './title-thread-host';

/** Titles that may wait for their turn in one process: about half a minute of work. */
const MOST_WAITING = 30_000;

/** Matches titles with the release that is served, in a thread; one of these in each process. */
export interface TitleMatching {
  /**
   * Sees to it, inside the transaction, that the release being served is learnt: on first use and whenever other
   * tables serve it. Cheap when nothing changed.
   * @throws Conflict when no release is loaded.
   */
  open(ctx: OnetContext): Promise<OpenTitles>;
  /** Resolves when nothing is being learnt. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenTitles {
  /**
   * Up to `limit` occupations for each title, in order; needs no transaction. While a newer release is being learnt
   * the one before answers.
   * @throws Unavailable when too many titles wait, or the thread ended.
   */
  match(titles: readonly string[], limit: number): Promise<readonly TitleMatch[]>;
}

interface Learner {
  readonly key: string;
  readonly host: TitleThreadHost;
}

/** No thread runs before the first use. `failed` hears of an error that ended one. */
export function createTitleMatching(failed: (error: unknown) => void): TitleMatching {
  let serving: Learner | null = null;
  let learning: (Learner & { readonly done: Promise<void> }) | null = null;
  let waiting = 0;

  const learn = async (ctx: OnetContext, release: TitleRelease): Promise<void> => {
    void learning?.host.end();
    const host = new TitleThreadHost(failed);
    const taught = teach(host, ctx, release);
    const done = taught
      .then(() => host.learn())
      .then(() => {
        if (learning?.host !== host) return;
        serving?.host.retire();
        serving = { key: release.key, host };
      })
      .finally(() => {
        if (learning?.host === host) learning = null;
        if (serving?.host !== host) void host.end();
      });
    done.catch(() => {});
    learning = { key: release.key, host, done };
    await taught;
  };

  const match: OpenTitles['match'] = async (titles, limit) => {
    if (waiting + titles.length > MOST_WAITING)
      throw new Unavailable('Too many titles are being matched at this moment. Try again in a minute.');
    waiting += titles.length;
    try {
      while (!serving?.host.lives && learning) await learning.done;
      const host = serving?.host;
      if (!host?.lives) throw new Unavailable('The matching of titles broke off. Try again in a moment.');
      return await host.match(titles, limit);
    } finally {
      waiting -= titles.length;
    }
  };

  return {
    open: async (ctx) => {
      const release = await requireTitleRelease(ctx);
      const known = serving?.host.lives && serving.key === release.key;
      if (!known && learning?.key !== release.key) await learn(ctx, release);
      return { match };
    },
    settled: async () => {
      await learning?.done.catch(() => {});
    },
    close: async () => {
      await Promise.all([serving?.host.end(), learning?.host.end()]);
    },
  };
}

/** Reads the release in the transaction, a page at a time, and hands it to the thread. */
async function teach(host: TitleThreadHost, ctx: OnetContext, release: TitleRelease): Promise<void> {
  for await (const rows of listTitleTraining(ctx, release)) host.teach(rows);
}
