import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { freePort } from '#db/embedded/free-port';

/** What an ID token of this provider says; a claim that is undefined is left out. */
export type Claims = Readonly<Record<string, unknown>>;

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** What the provider does otherwise than a right one; changed by tests between requests. */
export interface Crookedness {
  /** Laid over the right claims. */
  claims: Claims;
  algorithm: 'RS256' | 'HS256' | 'none';
  /** Laid over the right metadata. */
  metadata: Readonly<Record<string, unknown>>;
  /** Answers of the token endpoint and of userinfo in place of the right ones. */
  tokenStatus: number | null;
  redirectTo: string | null;
  userinfo: Claims | null;
  /** Signs with a key that is not published. */
  signUnpublished: boolean;
}

export interface CrookedProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly crooked: Crookedness;
  /** The forms that the token endpoint was sent. */
  readonly exchanges: URLSearchParams[];
  /** The query with which the browser comes back from an authorization address, as a right provider would send it. */
  authorize(address: string): URLSearchParams;
  /** Publishes another key in place of the one before; gives back that one's place when called again. */
  rotate(): void;
  reset(): void;
  close(): Promise<void>;
}

const base64url = (value: string | Buffer) => Buffer.from(value).toString('base64url');

function newKey(): SigningKey {
  return { kid: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

const right = (): Crookedness => ({
  claims: {},
  algorithm: 'RS256',
  metadata: {},
  tokenStatus: null,
  redirectTo: null,
  userinfo: null,
  signUnpublished: false,
});

/** A provider on loopback that can be told to do wrong; it asks nobody for a password. */
export async function startCrookedProvider(clientId = 'cadre'): Promise<CrookedProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const crooked = right();
  const exchanges: URLSearchParams[] = [];
  const nonces = new Map<string, string>();
  const unpublished = newKey();
  let key = newKey();
  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/me`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    authorization_response_iss_parameter_supported: true,
    ...crooked.metadata,
  });
  const tokens = (form: URLSearchParams) => {
    const now = Math.floor(Date.now() / 1000);
    const nonce = nonces.get(form.get('code') ?? '');
    const claims = { iss: issuer, aud: clientId, sub: 'sub-1', iat: now, exp: now + 300, nonce };
    const idToken = signed(
      { ...claims, ...crooked.claims },
      crooked,
      crooked.signUnpublished ? unpublished : key,
    );
    return { access_token: 'access', token_type: 'bearer', expires_in: 60, id_token: idToken };
  };
  const server = createServer(async (request, answer) => {
    const body = await bodyOf(request);
    const send = (status: number, value: unknown) =>
      void answer.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    if (crooked.redirectTo && request.url === '/token')
      return void answer.writeHead(307, { Location: crooked.redirectTo }).end();
    if (request.url === '/.well-known/openid-configuration') return send(200, metadata());
    if (request.url === '/jwks') return send(200, { keys: [published(key)] });
    if (request.url === '/me') return send(200, crooked.userinfo ?? { sub: 'sub-1' });
    if (request.url !== '/token') return send(404, {});
    const form = new URLSearchParams(body);
    exchanges.push(form);
    if (crooked.tokenStatus) return send(crooked.tokenStatus, { error: 'invalid_grant' });
    return send(200, tokens(form));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    clientId,
    crooked,
    exchanges,
    authorize(address) {
      const asked = new URL(address).searchParams;
      const code = randomUUID();
      nonces.set(code, asked.get('nonce') ?? '');
      return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer });
    },
    rotate() {
      key = newKey();
    },
    reset() {
      Object.assign(crooked, right());
      exchanges.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function signed(
  claims: Claims,
  { algorithm }: Crookedness,
  { kid, privateKey, publicKey }: SigningKey,
): string {
  const text = [{ alg: algorithm, kid }, claims].map((part) => base64url(JSON.stringify(part))).join('.');
  if (algorithm === 'none') return `${text}.`;
  const shared = publicKey.export({ type: 'spki', format: 'pem' });
  const signature =
    algorithm === 'HS256'
      ? createHmac('sha256', shared).update(text).digest()
      : createSign('RSA-SHA256').update(text).sign(privateKey);
  return `${text}.${base64url(signature)}`;
}

function published({ kid, publicKey }: SigningKey) {
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
