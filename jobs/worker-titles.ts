import type { Logger } from '~/logger.server';
import { createTitleMatching, type TitleMatching } from '~/matching/title-matching';

let matching: TitleMatching | undefined;

/** The matching of titles in this process; its thread runs once there was something to match. */
export function workerTitles(logger: Logger): TitleMatching {
  matching ??= createTitleMatching((error) => logger.error({ error }, 'the matching of titles broke off'));
  return matching;
}
