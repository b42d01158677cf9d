import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { buildTitleIndex } from '~/modules/occupations/domain/titles/build-title-index';
import { createTitleMatcher, type TitleMatcher } from '~/modules/occupations/domain/titles/match-title';
import { TrainingCollector } from './collect-training';
import type { FromTitleThread, ToTitleThread } from './thread-message';

/**
 * The thread in which titles are matched: it learns one release and then answers in the order in which it is asked.
 * An error ends it; the one who started it hears of that.
 */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('this runs as a worker thread');
  const say = (message: FromTitleThread) => port.postMessage(message);
  let collector: TrainingCollector | null = new TrainingCollector();
  let matcher: TitleMatcher | null = null;
  port.on('message', (message: ToTitleThread) => {
    if (message.kind === 'rows') return collector?.add(message.rows);
    if (message.kind === 'learn') {
      const index = buildTitleIndex((collector ?? new TrainingCollector()).training());
      collector = null;
      matcher = createTitleMatcher(index);
      collectGarbage();
      return say({ kind: 'learnt', occupations: index.socs.length });
    }
    const { id, titles, limit } = message;
    if (!matcher) throw new Error('nothing was learnt yet');
    const known = matcher;
    say({ kind: 'matched', id, matches: titles.map((title) => known.match(title, limit)) });
  });
}

/** Gives back at once what learning needed and an answer does not: about as much again as the index. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

main();
