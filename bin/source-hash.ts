import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['app', 'db', 'jobs', 'seeds', 'bin', 'public'];
const ROOT_FILES = /^(package-lock\.json|package\.json|tsconfig.*\.json|.+\.config\.(js|ts|mjs|cjs))$/;

/** A hash over names and contents of everything that the build reads; tests are left out. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256');
  const rootFiles = readdirSync(root).filter((name) => ROOT_FILES.test(name));
  const files = [...rootFiles, ...FOLDERS.flatMap((folder) => filesUnder(root, folder))].sort();
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(root, path);
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
