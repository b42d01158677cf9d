import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
const BIN = path.join(ROOT, 'node_modules/.bin');

interface RunOptions {
  /** Gives the exit code back instead of throwing. */
  readonly mayFail?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one of the project's own tools with its output shown. Throws Error that names the step when it fails. */
export async function runTool(
  step: string,
  tool: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<number> {
  const started = performance.now();
  console.log(`\n> ${step}`);
  const code = await spawnTool(tool, args, { ...options, stdio: 'inherit' }).then(({ status }) => status);
  console.log(
    `  ${step}: ${code === 0 ? 'right' : 'wrong'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  if (code !== 0 && !options.mayFail) throw new Error(`${step} failed`);
  return code;
}

/** Checks the direction rules, and that enough modules were read for the check to mean something. */
export async function countDependencyModules(least: number): Promise<void> {
  console.log('\n> direction rules');
  const args = ['app', 'db', 'jobs', 'seeds', 'bin', '--config', '.dependency-cruiser.cjs'];
  const { status, output } = await spawnTool('depcruise', args, { stdio: 'pipe' });
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  console.log(output.trim());
  if (status !== 0) throw new Error('direction rules failed');
  if (modules < least)
    throw new Error(`direction rules: only ${modules} modules were read, at least ${least} are expected`);
}

function spawnTool(
  tool: string,
  args: readonly string[],
  { stdio, env = {} }: RunOptions & { stdio: 'inherit' | 'pipe' },
): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    const program = path.isAbsolute(tool) ? tool : path.join(BIN, tool);
    const child = spawn(program, [...args], {
      cwd: ROOT,
      stdio: ['ignore', stdio, stdio],
      env: { ...process.env, ...env, PATH: `${BIN}${path.delimiter}${process.env['PATH'] ?? ''}` },
    });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status: status ?? 1, output: Buffer.concat(output).toString('utf8') }),
    );
  });
}
