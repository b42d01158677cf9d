import { z } from 'zod';

const demoSignIns = z.array(
  z.object({
    organization: z.string(),
    role: z.string(),
    name: z.string(),
    email: z.string(),
    password: z.string(),
  }),
);

export type DemoSignIn = z.infer<typeof demoSignIns>[number];

/** The accounts in the text of demo-sign-ins.json; none when the text is not such a file. */
export function parseDemoSignIns(text: string): DemoSignIn[] {
  try {
    return demoSignIns.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** The address to open in a browser. `host` is what the server listens on. */
export function browserAddress(host: string, port: number): string {
  const local = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  return `http://${local ? 'localhost' : hostInUrl(host)}:${port}`;
}

/** The address at which this machine itself reaches the server. */
export function ownAddress(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${hostInUrl(reachable)}:${port}`;
}

/** What is printed when everything runs: the address, and the demo accounts as an aligned table. */
export function readyMessage(address: string, accounts: readonly DemoSignIn[]): string {
  const lines = [`Cadre is ready at ${address}`];
  if (accounts.length > 0) {
    const header = ['Organization', 'Role', 'Name', 'E-mail', 'Password'];
    const rows = accounts.map(({ organization, role, name, email, password }) => [
      organization,
      role,
      name,
      email,
      password,
    ]);
    lines.push('', 'Demo accounts:', ...table([header, ...rows]).map((line) => `  ${line}`));
  }
  return [...lines, '', 'Press Ctrl-C to stop.'].join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
