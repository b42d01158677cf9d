import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrateWorkerSchema } from '#jobs/worker-schema';
import { dumpSchema } from './dump-schema';
import { startEmbedded } from './embedded/embedded-server';
import { migrate } from './migrate';
import { connectSystem, withSystem } from './system';

const TYPES = path.join(import.meta.dirname, 'types.generated.ts');
const SCHEMA = path.join(import.meta.dirname, 'schema.sql');

/** Writes db/schema.sql and db/types.generated.ts from the migrations, on a server made for it and thrown away. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cadre-schema-'));
  const server = await startEmbedded({ dataDir, log: () => {}, fast: true });
  try {
    await migrateWorkerSchema(server.urls.owner);
    const system = connectSystem(server.urls.owner);
    await migrate(system);
    writeFileSync(SCHEMA, await withSystem(system, dumpSchema));
    await system.close();
    execFileSync('kysely-codegen', codegenArguments(server.urls.owner), { stdio: 'ignore' });
    const wide = 'ColumnType<string, bigint | number | string, bigint | number | string>';
    writeFileSync(TYPES, readFileSync(TYPES, 'utf8').replace(wide, wide.replace('string,', 'number,')));
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function codegenArguments(url: string): string[] {
  return [
    ...['--dialect', 'postgres', '--url', url, '--camel-case', '--out-file', TYPES],
    ...[
      '--include-pattern',
      '{public,auth,cadre_private}.*',
      '--date-parser',
      'string',
      '--numeric-parser',
      'number',
    ],
  ];
}

await main();
