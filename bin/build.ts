import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Unavailable } from '~/shared/errors';
import { sourceHash } from './source-hash';

const ENTRIES = {
  web: 'app/server.ts',
  worker: 'jobs/main.ts',
  cadre: 'bin/cadre.ts',
  'title-thread': 'app/matching/title-thread.ts',
  'table-thread': 'app/tables/table-thread.ts',
};

export interface BuildInput {
  /** The project's folder. */
  readonly root: string;
  readonly log: (sentence: string) => void;
  readonly signal?: AbortSignal;
}

/** Builds the interface and the programs when a source has changed since the last build. True = it built. */
export async function buildIfStale({ root, log, signal }: BuildInput): Promise<boolean> {
  const stamp = join(root, 'build', '.stamp');
  const wanted = sourceHash(root);
  if (readStamp(stamp) === wanted) return false;
  log('Building; this happens once per version.');
  rmSync(stamp, { force: true });
  await buildInterface(root, signal);
  await bundlePrograms(root);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

/** Runs Remix's own build; its output is shown only when it fails. */
async function buildInterface(root: string, signal?: AbortSignal): Promise<void> {
  const cli = join(
    dirname(createRequire(join(root, 'package.json')).resolve('@remix-run/dev/package.json')),
    'dist/cli.js',
  );
  const child = spawn(process.execPath, [cli, 'vite:build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Whoever starts it, a test too: otherwise React comes in the form that warns developers, of twice the size.
    env: { ...process.env, NODE_ENV: 'production' },
    ...(signal ? { signal } : {}),
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new Unavailable('The interface could not be built; the lines above say why.');
}

/** Bundles our own code of web server, worker and command line; packages stay in node_modules. */
async function bundlePrograms(root: string): Promise<void> {
  const { build, stop } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: 'build',
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    tsconfig: 'tsconfig.json',
    sourcemap: 'linked',
    logLevel: 'error',
  });
  // Ends esbuild's own process, which would stay as long as this one.
  await stop();
}

function readStamp(stamp: string): string | null {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const built = await buildIfStale({ root, log: (sentence) => console.error(sentence) });
  if (!built) console.error('The build is up to date.');
}
