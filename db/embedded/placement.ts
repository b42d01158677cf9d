import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { openForServer } from './data-folder';
import { copyBinaries, newFolder, ownedFolder, rememberFolder } from './elsewhere';
import { EmbeddedError } from './embedded-error';
import type { PostgresBinaries } from './postgres-binaries';
import { canEnter, canRun, findSystemUser, isRoot, ownerOf, type SystemUser } from './system-user';

export interface Placement {
  /** PostgreSQL's data folder; its parent exists and can be written by this process. */
  readonly cluster: string;
  readonly binaries: PostgresBinaries;
  /** Whom the server runs as; null = the user of this process. */
  readonly user: SystemUser | null;
  /** One sentence when something is not where a reader of DATA_DIR would look. */
  readonly note: string | null;
}

/**
 * Decides where the cluster and the programs are and whom the server runs as. As root, what the server's user
 * cannot reach goes under /var/lib/cadre. `dataDir` is an absolute path without links.
 * Throws EmbeddedError `not-yours` and `not-reachable`.
 */
export function placeCluster(dataDir: string, binaries: PostgresBinaries): Placement {
  const existing = findCluster(dataDir);
  if (!isRoot()) return placeForOrdinaryUser({ cluster: existing ?? join(dataDir, 'postgres'), binaries });

  const user = (existing && ownerOf(existing)) || findSystemUser();
  openForServer(dataDir, user);
  const folder = existing ? join(existing, '..') : canEnter(dataDir, user) ? dataDir : newFolder(dataDir);
  const cluster = join(folder, 'postgres');
  if (!canEnter(folder, user)) {
    throw new EmbeddedError(
      'not-reachable',
      `PostgreSQL does not run as root, and user ${user.uid} cannot reach its data folder ${cluster}; let it pass (chmod o+x on the folders above) or move the data folder.`,
    );
  }
  if (folder !== dataDir) rememberFolder(dataDir, folder);
  const usable = canRun(binaries.postgres, user) ? binaries : copyBinaries(binaries);
  return { cluster, binaries: usable, user, note: noteFor({ dataDir, folder, binaries, usable }) };
}

/** The cluster that belongs to DATA_DIR now, if any: inside it, or where its location file points. */
export function findCluster(dataDir: string): string | null {
  const folders = [dataDir, ownedFolder(dataDir)];
  for (const folder of folders) {
    if (folder && existsSync(join(folder, 'postgres'))) return realpathSync(join(folder, 'postgres'));
  }
  return null;
}

function placeForOrdinaryUser({
  cluster,
  binaries,
}: {
  cluster: string;
  binaries: PostgresBinaries;
}): Placement {
  if (existsSync(cluster)) {
    try {
      readFileSync(join(cluster, 'PG_VERSION'));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EACCES' || code === 'EPERM') {
        throw new EmbeddedError(
          'not-yours',
          `The database in ${cluster} belongs to another user; start Cadre as that user or as root, or set DATA_DIR to a folder of your own.`,
        );
      }
    }
  }
  return { cluster, binaries, user: null, note: null };
}

interface NoteInput {
  readonly dataDir: string;
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly usable: PostgresBinaries;
}

function noteFor({ dataDir, folder, binaries, usable }: NoteInput): string | null {
  const parts = [
    ...(folder === dataDir ? [] : [`the database in ${join(folder, 'postgres')}`]),
    ...(usable === binaries ? [] : [`its programs in ${usable.folder}`]),
  ];
  if (parts.length === 0) return null;
  return `PostgreSQL does not run as root and its user cannot reach this project, so Cadre keeps ${parts.join(' and ')}.`;
}
