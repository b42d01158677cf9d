// node bin/complete-lock.mjs: adds to package-lock.json the optional packages of other platforms that a registry
// mirror left out, so that npm ci accepts it everywhere (docs/decisions/0007).
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const packages = lock.packages;
let added = 0;

for (const [path, entry] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isReachable(path, name) || !/^\d/.test(version)) continue;
    const folder = path.slice(0, path.lastIndexOf('node_modules/'));
    packages[`${folder}node_modules/${name}`] = describePlatform(name, version, entry.dev === true);
    added += 1;
  }
}
const { '': root, ...rest } = packages;
const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([['', root], ...sorted]);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages added`);

/** Whether a package resolves to an entry of the lock from where its dependent stands. */
function isReachable(from, name) {
  for (let place = from; ; ) {
    if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (!place) return false;
    const cut = place.lastIndexOf('/node_modules/');
    place = cut < 0 ? '' : place.slice(0, cut);
  }
}

/** What npm needs to know to leave the package out elsewhere, told by its name. */
function describePlatform(name, version, dev) {
  const words = name.split('-');
  const system = SYSTEMS.find((word) => words.includes(word));
  const processor = PROCESSORS.find((word) => words.includes(word));
  const musl = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : null;
  return {
    version,
    ...(processor ? { cpu: [processor] } : {}),
    ...(dev ? { dev: true } : {}),
    ...(musl && system === 'linux' ? { libc: [musl] } : {}),
    optional: true,
    ...(system ? { os: [system] } : {}),
  };
}
