import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const ON_SYSTEM = '/usr/bin/chromium';

/**
 * How Chromium is started: CHROMIUM_PATH, else the system's, else Playwright's own. It asks nothing of the network
 * by itself; as root it runs without its sandbox, which Chromium refuses there.
 */
export function chromiumLaunch(): LaunchOptions {
  const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(ON_SYSTEM) ? ON_SYSTEM : undefined);
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
