import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Conflict } from '~/shared/errors';

export interface PortCheck {
  readonly host: string;
  readonly port: number;
  /** How long a taken port may take to become free, in milliseconds. */
  readonly patience: number;
}

/** Resolves when the web server can listen on the port. Throws Conflict with one sentence when it cannot. */
export async function requireFreePort({ host, port, patience }: PortCheck): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    const code = await tryListen(host, port);
    if (code === null) return;
    if (code !== 'EADDRINUSE' || performance.now() >= deadline)
      throw new Conflict(sentence(code, host, port));
    await pause(100);
  }
}

function tryListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

function sentence(code: string, host: string, port: number): string {
  const another = `PORT=${port === 3000 ? 3001 : 3000} npm start`;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program; stop that program or choose another port, for example: ${another}`;
  }
  if (code === 'EACCES')
    return `This user may not listen on port ${port}; choose another one, for example: ${another}`;
  if (code === 'EADDRNOTAVAIL')
    return `This machine has no address ${host} (HOST); leave HOST out to listen on 127.0.0.1.`;
  return `Cadre cannot listen on ${host}, port ${port} (${code}); check HOST and PORT.`;
}
