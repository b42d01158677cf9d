import { realpathSync } from 'node:fs';
import { readSecrets } from './cluster-secrets';
import { type ConnectionUrls, connectionUrls } from './connection-urls';
import { findCluster } from './placement';
import { runningPostmaster } from './postmaster-file';

/**
 * The URLs of the embedded server that runs on this data folder now, for the command line; null when none runs or
 * this user may not use it.
 */
export function attachEmbedded({ dataDir }: { dataDir: string }): ConnectionUrls | null {
  try {
    const folder = realpathSync(dataDir);
    const cluster = findCluster(folder);
    const running = cluster && runningPostmaster(cluster);
    const secrets = readSecrets(folder);
    return running && running.status === 'ready' && secrets ? connectionUrls(running.port, secrets) : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM') return null;
    throw error;
  }
}
