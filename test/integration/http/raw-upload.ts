import net from 'node:net';

export interface Upload {
  /** Bytes that were handed to the socket before the server ended it, or all. */
  readonly sent: number;
  /** All that the server said. */
  readonly answer: string;
  /** The server ended the connection. */
  readonly closed: boolean;
}

interface Options {
  readonly port: number;
  readonly head: string;
  /** Bytes that the sender means to send. */
  readonly bytes: number;
  readonly chunked: boolean;
}

const PIECE = Buffer.alloc(64 * 1024, 120);
const GIVE_UP_MS = 10_000;

/** Sends a body over a bare socket, as a sender that reads nothing until it is done or is cut off. */
export async function upload({ port, head, bytes, chunked }: Options): Promise<Upload> {
  const socket = net.connect(port, '127.0.0.1');
  const answer: Buffer[] = [];
  let closed = false;
  socket.on('data', (data) => answer.push(data));
  socket.on('error', () => {});
  const happens = (event: string) => new Promise<void>((resolve) => socket.once(event, () => resolve()));
  const end = happens('close').then(() => {
    closed = true;
  });
  await Promise.race([happens('connect'), end]);
  socket.write(head);
  let sent = 0;
  while (sent < bytes && !closed && socket.writable) {
    const piece = PIECE.subarray(0, Math.min(PIECE.length, bytes - sent));
    if (chunked) socket.write(`${piece.length.toString(16)}\r\n`);
    const room = socket.write(piece);
    if (chunked) socket.write('\r\n');
    sent += piece.length;
    if (!room) await Promise.race([happens('drain'), end]);
  }
  if (chunked && !closed && sent === bytes) socket.write('0\r\n\r\n');
  const timer = setTimeout(() => socket.destroy(), GIVE_UP_MS);
  await end;
  clearTimeout(timer);
  return { sent, answer: Buffer.concat(answer).toString('latin1'), closed };
}
