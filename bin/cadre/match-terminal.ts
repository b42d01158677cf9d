import type { CommandServices } from './command-connections';
import type { MatchServices } from './match-command';

/** Standard input and output for `cadre match`; progress only where both a person and no other output is on stderr. */
export function matchTerminal({ system, err }: Pick<CommandServices, 'system' | 'err'>): MatchServices {
  const { stdin, stdout, stderr } = process;
  // A reader that goes away (`| head`) is told by the write itself.
  stdout.on('error', () => {});
  return {
    system,
    err,
    input: stdin as AsyncIterable<Uint8Array>,
    write: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => {
          if (!error) resolve(true);
          else if ((error as { code?: string }).code === 'EPIPE') resolve(false);
          else reject(error);
        });
      }),
    ...(stderr.isTTY && !stdout.isTTY
      ? { progress: (titles: number) => void stderr.write(`\r\u001b[K${titles.toLocaleString('en')} titles`) }
      : {}),
  };
}
