import net from 'node:net';
import { ConnectionLost } from './connection-lost';

/** A factory that connects once; a second call means that postgres.js tries to reconnect, which is refused. */
export function onlySocket(die: () => void, timeoutMs: number) {
  let used = false;
  return (options: { host: string[]; port: number[]; path?: string }) =>
    new Promise<net.Socket>((resolve, reject) => {
      if (used) {
        die();
        reject(new ConnectionLost());
        return;
      }
      used = true;
      const socket = options.path
        ? net.connect(options.path)
        : net.connect({ host: options.host[0] ?? '127.0.0.1', port: options.port[0] ?? 5432, noDelay: true });
      const timer = setTimeout(
        () => socket.destroy(new Error('connecting to the database timed out')),
        timeoutMs,
      );
      socket.once('connect', () => {
        clearTimeout(timer);
        socket.removeListener('error', refuse);
        resolve(socket);
      });
      const refuse = (error: Error) => {
        clearTimeout(timer);
        die();
        reject(error);
      };
      socket.once('error', refuse);
    });
}
