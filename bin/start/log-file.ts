import { openSync, renameSync, statSync } from 'node:fs';

const LIMIT_BYTES = 10_000_000;

/** Opens a log file for appending (mode 0600) and returns its descriptor; a large one is kept as `<name>.1`. */
export function openLogFile(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
