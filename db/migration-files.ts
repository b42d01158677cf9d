import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Folder of the migrations, beside this file in the source tree and beside the bundle's parent once built. */
function migrationsFolder(): string {
  const candidates = [
    path.join(import.meta.dirname, 'migrations'),
    path.join(import.meta.dirname, '../db/migrations'),
  ];
  const found = candidates.find((folder) => existsSync(folder));
  if (!found) throw new Error('the folder db/migrations is missing beside the program');
  return found;
}

/** All migrations in order. */
export function listMigrations(): readonly Migration[] {
  const folder = migrationsFolder();
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}
