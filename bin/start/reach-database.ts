import { connect } from 'node:net';
import { Unavailable } from '~/shared/errors';

const PATIENCE_MS = 5_000;

/**
 * Resolves when something listens where a PostgreSQL URL points. URLs of unix sockets are left to the driver.
 * Throws Unavailable with one sentence that names variable, host and port, never the password.
 */
export async function reachDatabase(variable: string, url: string): Promise<void> {
  const { hostname, port, searchParams } = parse(variable, url);
  if (!hostname || hostname.includes('%2F') || searchParams.has('host')) return;
  const host = hostname.replace(/^\[|\]$/g, '');
  const number = Number(port || 5432);
  const problem = await tryConnect(host, number);
  if (problem === null) return;
  throw new Unavailable(
    `The database at ${hostname}:${number} (${variable}) cannot be reached: ${problem}; start it, correct ${variable}, or leave it out to use the embedded database.`,
  );
}

function parse(variable: string, url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw new Unavailable(`${variable} is not a URL of a database.`);
  }
}

function tryConnect(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (problem: string | null) => {
      socket.destroy();
      resolve(problem);
    };
    socket.setTimeout(PATIENCE_MS, () => settle('no answer within 5 seconds'));
    socket.on('connect', () => settle(null));
    socket.on('error', (error) => settle(describe('code' in error ? String(error.code) : error.message)));
  });
}

function describe(code: string): string {
  const known: Record<string, string> = {
    ECONNREFUSED: 'the connection was refused',
    ENOTFOUND: 'the host name is unknown',
    EAI_AGAIN: 'the host name cannot be looked up now',
    EHOSTUNREACH: 'there is no way to the host',
    ENETUNREACH: 'there is no way to the network',
  };
  return known[code] ?? code;
}
