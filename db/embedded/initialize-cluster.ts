import { chownSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { roleStatements } from '../roles';
import { scramVerifier } from '../scram-verifier';
import type { ClusterSecrets } from './cluster-secrets';
import { ADMIN, DATABASE } from './connection-urls';
import { EmbeddedError } from './embedded-error';
import type { Placement } from './placement';
import { runProgram } from './run-program';
import { runSingleUser } from './single-user';

const STAGING = 'postgres.initializing';

export interface ClusterSetup {
  readonly placement: Placement;
  readonly secrets: ClusterSecrets;
  readonly serverMajor: number;
  /** Skip waiting for the disk: tests only. */
  readonly fast: boolean;
}

/**
 * Makes a new cluster with checksums, roles and the empty database `cadre`. It is built beside its place and
 * renamed at the end, so that a cluster either is complete or does not exist. Throws EmbeddedError `init-failed`.
 */
export async function initializeCluster({
  placement,
  secrets,
  serverMajor,
  fast,
}: ClusterSetup): Promise<void> {
  const staging = newStaging(dirname(placement.cluster));
  const passwordFile = join(staging, 'password');
  writeFileSync(passwordFile, secrets.admin, { mode: 0o600 });
  if (placement.user) {
    for (const path of [staging, passwordFile]) chownSync(path, placement.user.uid, placement.user.gid);
  }
  const cluster = join(staging, 'data');
  await runInitdb({ ...placement, cluster }, passwordFile, fast);
  await setUpRoles({ ...placement, cluster }, secrets, serverMajor);
  renameSync(cluster, placement.cluster);
  removeStaging(dirname(placement.cluster));
}

/** A new empty folder beside the cluster's place: the initdb of a killed start may still be at work in an older one. */
function newStaging(folder: string): string {
  mkdirSync(folder, { recursive: true });
  removeStaging(folder);
  return mkdtempSync(join(folder, `${STAGING}-`));
}

function removeStaging(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(STAGING))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Somebody still writes there.
    }
  }
}

/** Gives the roles of a stopped cluster the passwords in `secrets`, for when the file with the old ones is lost. */
export async function resetPasswords({ placement, secrets, serverMajor }: ClusterSetup): Promise<void> {
  const { cluster } = roleStatements(roleInput(secrets, serverMajor));
  await runSingleUser(placement, 'postgres', [adminPassword(secrets), ...cluster]);
}

async function runInitdb(placement: Placement, passwordFile: string, fast: boolean): Promise<void> {
  const { code, stderr } = await runProgram({
    program: placement.binaries.initdb,
    args: [
      ...['-D', placement.cluster, '-U', ADMIN, `--pwfile=${passwordFile}`],
      ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', '--data-checksums', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
      ...(fast ? ['--no-sync'] : []),
    ],
    user: placement.user,
  });
  if (code === 0) return;
  const line = stderr.split('\n').find((text) => text.includes('error:')) ?? stderr.trim();
  throw new EmbeddedError('init-failed', `The embedded database could not be created: ${line}`);
}

async function setUpRoles(placement: Placement, secrets: ClusterSecrets, serverMajor: number): Promise<void> {
  const { cluster, createDatabase, inDatabase } = roleStatements(roleInput(secrets, serverMajor));
  const closed = 'revoke connect, temporary on database postgres, template1 from public';
  await runSingleUser(placement, 'postgres', [...cluster, createDatabase, closed]);
  await runSingleUser(placement, DATABASE, inDatabase);
}

function roleInput(secrets: ClusterSecrets, serverMajor: number) {
  return {
    owner: { name: 'cadre_owner', password: secrets.owner },
    app: { name: 'cadre_app', password: secrets.app },
    auth: { name: 'cadre_auth', password: secrets.auth },
    database: DATABASE,
    serverMajor,
  } as const;
}

function adminPassword(secrets: ClusterSecrets): string {
  return `alter role ${ADMIN} password '${scramVerifier(secrets.admin)}'`;
}
