import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import http, { type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isGlobalAddress } from './is-global-address';

/** Why a request was not made or its answer not read; for the log, not for the reader of a page. */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused';
}

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export interface OutboundPolicy {
  /** Development and tests: addresses of this machine and its network, and plain HTTP. */
  readonly allowPrivate: boolean;
  readonly maxBytes?: number;
  readonly limitMs?: number;
  /** The system's resolver when left out. */
  readonly resolve?: Resolve;
}

export interface OutboundRequest {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export type GuardedFetch = (address: string, request: OutboundRequest) => Promise<Response>;

const MAX_BYTES = 512 * 1024;
const LIMIT_MS = 5_000;

/**
 * Requests to addresses that somebody else chose (security.md 1.16): https only, to the public internet only, decided on
 * the very addresses that are connected to; no redirect is followed, no proxy or kept connection used; bytes and time of
 * the whole exchange are capped. Rejects with OutboundRefused, or with the error of the connection.
 */
export function createGuardedFetch(policy: OutboundPolicy): GuardedFetch {
  const { allowPrivate, maxBytes = MAX_BYTES, limitMs = LIMIT_MS, resolve = resolveAll } = policy;
  const lookup = guardedLookup(resolve, allowPrivate);
  return async (address, { method, headers = {}, body }) => {
    const url = new URL(address);
    requireAllowed(url, allowPrivate);
    const signal = AbortSignal.timeout(limitMs);
    const own = { 'Accept-Encoding': 'identity', 'User-Agent': 'Cadre' };
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const options = { method, headers: { ...headers, ...own, ...length }, lookup, signal, agent: false };
    return exchange(url, options, { body, maxBytes });
  };
}

function requireAllowed(url: URL, allowPrivate: boolean): void {
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    throw new OutboundRefused(`${url.protocol} is not allowed`);
  if (url.username || url.password) throw new OutboundRefused('an address with a password is not allowed');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A numeric host is connected to without a lookup.
  if (isIP(host) && !allowPrivate && !isGlobalAddress(host))
    throw new OutboundRefused('the address is not of the public internet');
}

/** Answers the connection's own question for addresses; one that is not global refuses the whole name. */
function guardedLookup(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host)
      .then((found) => {
        if (found.length === 0) throw new OutboundRefused('the name has no address');
        if (!allowPrivate && !found.every(({ address }) => isGlobalAddress(address)))
          throw new OutboundRefused('the name leads out of the public internet');
        const [first] = found;
        if (all) callback(null, [...found]);
        else callback(null, first?.address ?? '', first?.family ?? 0);
      })
      .catch((error: NodeJS.ErrnoException) => callback(error, '', 0));
  };
}

function resolveAll(host: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

interface Payload {
  readonly body: string | undefined;
  readonly maxBytes: number;
}

function exchange(url: URL, options: RequestOptions, { body, maxBytes }: Payload): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (answer) => {
      const refuse = (why: string) => {
        reject(new OutboundRefused(why));
        request.destroy();
      };
      const status = answer.statusCode ?? 0;
      if (status < 200 || (status >= 300 && status < 400)) return refuse(`status ${status} is not followed`);
      if (answer.headers['content-encoding']) return refuse('an encoded body is not read');
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxBytes) refuse(`the answer is longer than ${maxBytes} bytes`);
        else chunks.push(chunk);
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const type = answer.headers['content-type'];
        const hasBody = status !== 204 && status !== 205;
        const headers = type ? { 'Content-Type': type } : {};
        resolve(new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers }));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
