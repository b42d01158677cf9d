import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '#test/setup/web-build';
import { withAccess } from './access';
import type { Instance } from './instance';
import { judge, type Ledger, makeBatch } from './ledger';
import type { Target } from './organization';
import { createWriter, type Outcome, type Writer } from './writer';

export interface ImportWriter extends Writer {
  /** Process id of the command that imports now, or null. */
  pid(): number | null;
  /** Imports that were found half done right after a failed try. */
  readonly half: readonly string[];
}

/** Runs `cadre import` of one file of assessments after another; exit code 0 is the acknowledgement. */
export function createImportWriter(instance: Instance, target: Target, ledger: Ledger): ImportWriter {
  const folder = path.join(instance.dataDir, 'proof');
  mkdirSync(folder, { recursive: true });
  const half: string[] = [];
  let child: ChildProcess | null = null;
  const attempt = async (file: string): Promise<Outcome> => {
    const started = spawn(
      process.execPath,
      [path.join(PROJECT_ROOT, 'build/cadre.js'), 'import', file, '--org', target.slug, '--json'],
      { env: instance.env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    child = started;
    let said = '';
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
      });
    const code = await new Promise<number | null>((resolve) => started.once('close', resolve));
    child = null;
    if (code === 0) return 'acknowledged';
    return /not imported|"refused":\[\{/.test(said) ? { wrong: said.slice(-500) } : 'unclear';
  };
  const writer = createWriter({
    begin(number) {
      const batch = makeBatch(number, target.colleagues);
      const file = path.join(folder, `${number}.csv`);
      writeFileSync(file, batch.text);
      const entry = { batch, acknowledged: false };
      ledger.batches.set(batch.day, entry);
      return {
        attempt: () => attempt(file),
        acknowledged: () => {
          entry.acknowledged = true;
        },
      };
    },
    afterUnclear: async () => {
      await withAccess(instance.dataDir, async ({ admin }) => {
        half.push(...(await judge(admin, ledger)).half);
      }).catch(() => {});
    },
    breathMs: 20,
  });
  return { ...writer, pid: () => child?.pid ?? null, half };
}
