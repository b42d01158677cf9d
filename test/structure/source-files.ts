import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');
const FOLDERS = ['app', 'db', 'jobs', 'seeds', 'bin', 'test'];

export interface SourceFile {
  /** Path from the project's folder, with slashes. */
  readonly name: string;
  readonly text: string;
  readonly lines: number;
}

/** Every source file of the project except the generated one. */
export function sourceFiles(): readonly SourceFile[] {
  return FOLDERS.flatMap((folder) => walk(path.join(ROOT, folder)))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('types.generated.ts'))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return {
        name: path.relative(ROOT, file).replaceAll('\\', '/'),
        text,
        lines: text.split('\n').length - 1,
      };
    });
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? walk(file) : [file];
  });
}
