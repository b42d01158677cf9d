import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { freePort } from '#db/embedded/free-port';

/** `npm run dev` comes up from source, serves pages with the reload client, and stops when asked. */
it('starts for development, serves a page with reload and stops', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cadre-dev-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/dev.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      CADRE_DEMO: '0',
      LOG_LEVEL: 'error',
      NODE_ENV: 'development',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('ready for development')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  try {
    await ready;
    const page = await fetch(`http://127.0.0.1:${port}/login`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('/app/entry.client.tsx');
    const client = await fetch(`http://127.0.0.1:${port}/@vite/client`);
    expect(client.headers.get('content-type')).toContain('javascript');
  } finally {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 120_000);
