import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ClusterSecrets {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
  readonly auth: string;
}

const fileIn = (dataDir: string) => join(dataDir, 'postgres-secrets.json');

/** The passwords of the embedded server's roles (`postgres-secrets.json`); null when there are none (complete). */
export function readSecrets(dataDir: string): ClusterSecrets | null {
  let text: string;
  try {
    text = readFileSync(fileIn(dataDir), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { admin, owner, app, auth }: Partial<ClusterSecrets> = JSON.parse(text);
    return admin && owner && app && auth ? { admin, owner, app, auth } : null;
  } catch {
    return null;
  }
}

/** Makes new random passwords (256 bits each) and stores them, readable by this user only. */
export function createSecrets(dataDir: string): ClusterSecrets {
  const secret = () => randomBytes(32).toString('base64url');
  const secrets = { admin: secret(), owner: secret(), app: secret(), auth: secret() };
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return secrets;
}
