import net from 'node:net';
import { ConnectionLost } from './connection-lost';

/**
 * Bytes that may wait to be sent before postgres.js sends nothing more until all that was sent is answered: enough for
 * statements with long lists to stand in line behind each other.
 */
const UNSENT_BYTES = 4_194_304;

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
      const place = options.path
        ? { path: options.path }
        : { host: options.host[0] ?? '127.0.0.1', port: options.port[0] ?? 5432, noDelay: true };
      const socket = net.connect({
        ...place,
        writableHighWaterMark: UNSENT_BYTES,
      } as object as net.NetConnectOpts);
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
