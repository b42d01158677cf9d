/**
 * A process of its own, so that reading the answers takes no time of who measures: members of one organization who keep
 * so many pages in flight until they are told to stop. Says 'going' once each has been answered, and in the end how many
 * pages were.
 */
import { openPages } from './noisy/pages';

export interface NoisyMembers {
  readonly origin: string;
  readonly cookie: string;
  readonly paths: readonly string[];
  readonly atOnce: number;
}

let on = true;
process.once('message', async (asked: NoisyMembers) => {
  const pages = openPages(asked.origin, asked.cookie);
  let answered = 0;
  const one = async (at: number) => {
    for (let page = at; on; page += 1) {
      await pages.read(asked.paths[page % asked.paths.length] ?? '');
      answered += 1;
      if (answered === asked.atOnce) process.send?.('going');
    }
  };
  process.once('message', () => {
    on = false;
  });
  await Promise.all(Array.from({ length: asked.atOnce }, (_, at) => one(at)));
  pages.close();
  process.send?.(answered);
  process.disconnect();
});
