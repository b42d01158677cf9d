import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const ON_SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium for the end-to-end tests: CHROMIUM_PATH, else one on the system, else Playwright's own (fetched), else
 * on Debian as root the system's package. Throws Error with instructions when none can be had.
 */
export function findChromium(): string {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, and nothing is there.`);
  }
  const found = onSystem() ?? fromPlaywright() ?? fromApt();
  if (found) return found;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH to one.',
  );
}

function onSystem(): string | undefined {
  const path = (process.env['PATH'] ?? '').split(':');
  const candidates = ON_SYSTEM.flatMap((name) => [...path, '/usr/bin'].map((folder) => `${folder}/${name}`));
  return candidates.find((file) => existsSync(file));
}

function fromPlaywright(): string | undefined {
  console.log('No Chromium on this system; asking Playwright for one.');
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  if (status !== 0) return undefined;
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const file = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout;
  return file && existsSync(file) ? file : undefined;
}

function fromApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing the system package chromium.');
  spawnSync('apt-get', ['update'], { stdio: 'inherit', timeout: 300_000 });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    stdio: 'inherit',
    timeout: 600_000,
  });
  return onSystem();
}
