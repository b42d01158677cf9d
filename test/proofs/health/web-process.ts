import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '#db/embedded/free-port';
import type { TestDatabase } from '#test/setup/database';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { PROJECT_ROOT } from '#test/setup/web-build';

export interface WebProcess {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

/** Starts the built web server over a test database and waits until it listens. The build must be there. */
export async function startWebProcess({ urls }: TestDatabase): Promise<WebProcess> {
  const port = await freePort();
  const key = ({ keyId, secret }: typeof TEST_PEPPER) => [{ keyId, secret: secret.toString('hex') }];
  const secrets = { tenantKeys: key(TEST_TENANT_KEY), passwordPeppers: key(TEST_PEPPER) };
  const child = spawn(process.execPath, [path.join(PROJECT_ROOT, 'build/web.js')], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: urls.app,
      DATABASE_AUTH_URL: urls.auth,
      CADRE_SECRETS: JSON.stringify(secrets),
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const said: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then((code) => {
      throw new Error(`the web server ended with ${code}: ${Buffer.concat(said).toString('utf8')}`);
    }),
  ]);
  return { child, origin: `http://127.0.0.1:${port}`, ended };
}
