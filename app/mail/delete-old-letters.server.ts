import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { outboxOf } from './create-mailer.server';

const DAY_MS = 86_400_000;
/** How long letters lie in the outbox, where there is no mail server: links of them work for seven days at most. */
const KEPT_DAYS = 30;

/** Deletes letters of the outbox that were written over 30 days ago. Resolves to how many. */
export async function deleteOldLetters(dataDir: string, now: Date): Promise<number> {
  const folder = outboxOf(dataDir);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let deleted = 0;
  for (const name of names.filter((one) => one.endsWith('.eml'))) {
    const file = path.join(folder, name);
    const written = await stat(file).catch(() => null);
    if (!written || now.getTime() - written.mtimeMs <= KEPT_DAYS * DAY_MS) continue;
    await rm(file, { force: true });
    deleted += 1;
  }
  return deleted;
}
