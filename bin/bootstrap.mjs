// Runs an entry of Cadre on the right Node: `node bin/bootstrap.mjs bin/start.ts [args]`.
// Plain JavaScript without dependencies: it runs before anything is installed, on Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_OWN_NODE = [22, 18];

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Whether node_modules holds what package-lock.json asks for (packages for other platforms left out). */
function isInstalled() {
  const packagesOf = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages ?? {};
  try {
    const wanted = packagesOf('package-lock.json');
    // npm writes this file at the end of an installation: an interrupted one has none.
    const present = packagesOf('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([path, { version, optional }]) => {
      if (path === '') return true;
      return present[path] ? present[path].version === version : optional === true;
    });
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return false;
    throw error;
  }
}

/** npm must not run on the Node that it is about to replace: the project's own programs leave its PATH. */
function install() {
  process.stderr.write('Installing the packages that Cadre needs; this happens once.\n');
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !resolve(folder).startsWith(join(ROOT, 'node_modules')));
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: ROOT,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (error) fail(`Cadre could not run npm to install its packages: ${error.message}.`);
  if (status !== 0) fail('Cadre could not install its packages; npm says why above.');
}

/** The Node to run on: the npm package `node` (24), else this one from 22.18 on. */
function findNode() {
  const packaged = join(
    ROOT,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const { stdout } = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
  if (Number(/^v(\d+)\./.exec(stdout ?? '')?.[1]) >= 24) return packaged;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_OWN_NODE[0] || (major === OLDEST_OWN_NODE[0] && minor >= OLDEST_OWN_NODE[1]))
    return process.execPath;
  return fail(
    `Cadre needs Node ${OLDEST_OWN_NODE.join('.')} or newer: this machine has ${process.versions.node}, and Node 24 could not be installed as the npm package "node".`,
  );
}

function run(node, entry, args) {
  const loader = entry.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : [];
  const leash = pathToFileURL(join(ROOT, 'bin', 'leash.mjs')).href;
  const child = spawn(node, [...loader, '--import', leash, join(ROOT, entry), ...args], {
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    let forwarded = false;
    process.on(signal, () => {
      if (!forwarded) child.kill(signal);
      forwarded = true;
    });
  }
  child.on('error', (error) => fail(`Cadre could not start Node (${node}): ${error.message}.`));
  child.on('exit', (code, signal) => {
    if (signal) process.stderr.write(`Cadre was ended by ${signal}.\n`);
    process.exit(code ?? 1);
  });
}

const [entry, ...args] = process.argv.slice(2);
if (!entry || !existsSync(join(ROOT, entry))) fail('Usage: node bin/bootstrap.mjs <entry> [arguments]');
if (!isInstalled()) install();
run(findNode(), entry, args);
