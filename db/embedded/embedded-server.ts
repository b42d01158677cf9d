import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptOrphan } from './adopt-orphan';
import { type ClusterSecrets, createSecrets, readSecrets } from './cluster-secrets';
import { type ConnectionUrls, connectionUrls } from './connection-urls';
import { prepareDataDir } from './data-folder';
import { EmbeddedError } from './embedded-error';
import { initializeCluster, resetPasswords } from './initialize-cluster';
import { launchPostmaster } from './launch-postmaster';
import { placeCluster } from './placement';
import { findBinaries, serverMajor } from './postgres-binaries';
import { processIdentity } from './process-identity';
import { stopPostmaster } from './stop-postmaster';

export interface EmbeddedOptions {
  /** DATA_DIR: secrets, log and, where the server's user can reach it, the cluster. */
  readonly dataDir: string;
  /** Takes one sentence at a time. */
  readonly log: (sentence: string) => void;
  /** Port to listen on; a free one when left out. */
  readonly port?: number;
  /** Give up durability for speed: tests only. */
  readonly fast?: boolean;
}

export interface EmbeddedServer {
  readonly urls: ConnectionUrls;
  readonly port: number;
  readonly pid: number;
  /** True when a server that outlived its Cadre was taken over instead of a new one started. */
  readonly adopted: boolean;
  /** Resolves when the process has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Stops the server; resolves when it is gone. Throws EmbeddedError `stop-failed`. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL server of a data folder, or takes over the one that still runs there; the first time it
 * makes the cluster, the roles and the database `cadre`. Throws EmbeddedError.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = prepareDataDir(options.dataDir);
  const packaged = findBinaries();
  const major = serverMajor(packaged);
  const placement = placeCluster(dataDir, packaged);
  if (placement.note) options.log(placement.note);
  refuseOtherVersion(placement.cluster, major);

  const fast = options.fast ?? false;
  const known = readSecrets(dataDir);
  const orphan = await adoptOrphan(placement.cluster);
  if (orphan && known) return serverOf({ dataDir, secrets: known, adopted: true, ...orphan });
  if (orphan) await stopPostmaster({ pid: orphan.pid, identity: processIdentity(orphan.pid) });

  const secrets = known ?? createSecrets(dataDir);
  const setup = { placement, secrets, serverMajor: major, fast };
  if (!existsSync(placement.cluster)) {
    options.log('Creating the database; this happens once.');
    await initializeCluster(setup);
  } else if (!known) {
    options.log('The file with the database passwords was missing; Cadre made new ones.');
    await resetPasswords(setup);
  }
  const logFile = join(dataDir, 'postgres.log');
  const launched = await launchPostmaster({ placement, logFile, fast, port: options.port });
  return serverOf({ dataDir, secrets, adopted: false, ...launched });
}

interface RunningServer {
  readonly dataDir: string;
  readonly secrets: ClusterSecrets;
  readonly adopted: boolean;
  readonly pid: number;
  readonly port: number;
  readonly ended: Promise<void>;
}

function serverOf({ dataDir, secrets, adopted, pid, port, ended }: RunningServer): EmbeddedServer {
  const stateFile = join(dataDir, 'postgres.json');
  const identity = processIdentity(pid);
  writeFileSync(stateFile, JSON.stringify({ port, pid }), { mode: 0o600 });
  const stop = async () => {
    await stopPostmaster({ pid, identity });
    rmSync(stateFile, { force: true });
  };
  return { urls: connectionUrls(port, secrets), port, pid, adopted, ended, stop };
}

function refuseOtherVersion(cluster: string, major: number): void {
  if (!existsSync(cluster)) return;
  const versionFile = join(cluster, 'PG_VERSION');
  const found = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown';
  if (found === String(major)) return;
  throw new EmbeddedError(
    'wrong-version',
    `The database in ${cluster} was made by PostgreSQL ${found} and Cadre comes with PostgreSQL ${major}; set DATA_DIR to another folder, or move the data with pg_dump of version ${found}.`,
  );
}
