import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { NEUTRAL_FOLDER, SERVER_ENVIRONMENT } from './server-environment';

/** The ordinary user that PostgreSQL runs as when Cadre runs as root (the server refuses root). */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** Whether this process must hand the server to another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user `postgres`: existing, else created, else `nobody`. */
export function findSystemUser(): SystemUser {
  const existing = lookUp('postgres');
  if (existing) return existing;
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']],
  ];
  for (const [program, args] of attempts) {
    if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0) continue;
    const created = lookUp('postgres');
    if (created) return created;
  }
  return lookUp('nobody') ?? { uid: 65534, gid: 65534 };
}

/** The user that owns a path; null when that is root. */
export function ownerOf(path: string): SystemUser | null {
  const { uid, gid } = statSync(path);
  return uid === 0 ? null : { uid, gid };
}

/** Whether the user can enter the folder: asked of the system itself, so every ancestor and access list counts. */
export function canEnter(folder: string, user: SystemUser): boolean {
  const result = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...user,
    cwd: NEUTRAL_FOLDER,
    stdio: 'ignore',
    env: SERVER_ENVIRONMENT,
  });
  return result.status === 0;
}

/** Whether the user can run the program. */
export function canRun(program: string, user: SystemUser): boolean {
  return (
    spawnSync(program, ['--version'], {
      ...user,
      cwd: NEUTRAL_FOLDER,
      stdio: 'ignore',
      env: SERVER_ENVIRONMENT,
    }).status === 0
  );
}

function lookUp(name: string): SystemUser | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout.trim()) : 0;
  });
  return uid && gid ? { uid, gid } : null;
}
