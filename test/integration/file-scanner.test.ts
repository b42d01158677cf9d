import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createFileScanner } from '~/scan/create-file-scanner.server';

const logger = { warn: () => {} };
const folder = mkdtempSync(path.join(tmpdir(), 'scan-'));
/** A scanner that is a script of node; `said` are its arguments as one text. */
function scanner(script: string, mostMs = 20_000) {
  const file = path.join(folder, `${randomUUID()}.cjs`);
  writeFileSync(file, script);
  return createFileScanner({ CADRE_SCAN_COMMAND: `${process.execPath} ${file} --quiet -` }, logger, {
    mostMs,
  });
}
const READS = (then: string) =>
  `let all = ''; process.stdin.on('data', (d) => (all += d)).on('end', () => { ${then} });`;

it('without a command says that nothing was scanned', async () => {
  const none = createFileScanner({ CADRE_SCAN_COMMAND: undefined }, logger);
  expect(await none.scan(Buffer.from('x'))).toBe('not_scanned');
});

it('gives the file to the command, without a shell and without its own environment', async () => {
  const strict = scanner(
    READS(
      `const alone = Object.keys(process.env).every((key) => key === 'NODE_ENV' || key.startsWith('__'));
       process.exit(alone && process.argv[2] === '--quiet' && !all.includes('EVIL') ? 0 : 1);`,
    ),
  );
  expect(await strict.scan(Buffer.from('harmless'))).toBe('clean');
  expect(await strict.scan(Buffer.from('EVIL; touch /tmp/x'))).toBe('refused');
});

it('knows nothing of a file when the scanner fails, is not there or takes too long', async () => {
  const file = Buffer.alloc(1024 * 1024);
  const reason = 'could not be checked';
  await expect(scanner('process.exit(2)').scan(file)).rejects.toThrow(reason);
  await expect(scanner('setInterval(() => {}, 1000)', 50).scan(file)).rejects.toThrow(reason);
  const gone = createFileScanner({ CADRE_SCAN_COMMAND: path.join(folder, 'none') }, logger);
  await expect(gone.scan(file)).rejects.toThrow(reason);
});
