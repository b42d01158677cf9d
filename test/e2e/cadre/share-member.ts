import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../../..');
const SCRIPT = 'test/e2e/cadre/add-shared-member.ts';

/**
 * Adds the member of both organizations, and two whose sign-in is changed, to the Cadre whose demo-sign-ins.json is given; returns the path of a file
 * with all accounts, this one included. Throws with what the program said when it fails.
 */
export async function shareMember(signInsFile: string): Promise<string> {
  const child = spawn(process.execPath, ['bin/bootstrap.mjs', SCRIPT], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: path.dirname(signInsFile) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`No member of both organizations could be made: ${said.err}`);
  const accounts = [...JSON.parse(readFileSync(signInsFile, 'utf8')), ...JSON.parse(said.out)];
  const file = path.join(ROOT, '.tmp/e2e/accounts.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(accounts), { mode: 0o600 });
  return file;
}
