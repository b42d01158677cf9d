import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type ClientMetadata, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { freePort } from '#db/embedded/free-port';
import { send } from './http-client';

/** Claims of an account, by what one types as login. */
export type Accounts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface RealProvider {
  readonly issuer: string;
  /** Every token that was given out. */
  readonly given: readonly string[];
  /** Signs in at an authorization address as a browser would; where the provider sends the browser back to. */
  signIn(address: string, login: string): Promise<URL>;
  close(): Promise<void>;
}

interface RealProviderOptions {
  readonly clients: ClientMetadata[];
  readonly accounts: Accounts;
  /** Loopback port; a free one when left out. */
  readonly port?: number;
}

/** A whole OpenID provider on loopback with a sign-in page that asks for no password. */
export async function startRealProvider(options: RealProviderOptions): Promise<RealProvider> {
  const port = options.port ?? (await freePort());
  const issuer = `http://127.0.0.1:${port}`;
  const provider = quietly(() => providerAt(issuer, options));
  const answer = provider.callback();
  const given: string[] = [];
  provider.on('grant.success', ({ body }: KoaContextWithOIDC) => {
    const { id_token, access_token, refresh_token } = body as Readonly<Record<string, string | undefined>>;
    given.push(...[id_token, access_token, refresh_token].filter((token) => token !== undefined));
  });
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void signInPage(provider, request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    given,
    signIn: (address, login) => walk(address, issuer, login),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function providerAt(issuer: string, { clients, accounts }: RealProviderOptions): Provider {
  return new Provider(issuer, {
    clients,
    cookies: { keys: ['a key of this test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_ctx: unknown, login: string) => ({
      accountId: login,
      claims: async () => ({ sub: login, ...accounts[login] }),
    }),
    // Nobody is asked for consent.
    async loadExistingGrant({ oidc }: KoaContextWithOIDC) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A provider</title><link rel="icon" href="data:,">
<form method="post"><label>Login <input name="login"></label><button>Sign in</button></form></html>`;

async function signInPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST')
    return void response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const accountId = new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('login') ?? '';
  await provider.interactionFinished(request, response, { login: { accountId } });
}

/** The provider warns that it is set up for development, which it is. */
function quietly<T>(work: () => T): T {
  const { warn, info } = console;
  Object.assign(console, { warn: () => {}, info: () => {} });
  try {
    return work();
  } finally {
    Object.assign(console, { warn, info });
  }
}

const MOST_STEPS = 8;

async function walk(start: string, issuer: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  const ask = async (address: string, body?: string) => {
    const headers = body ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {};
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const answer = await send(address, { headers, cookie, ...(body ? { method: 'POST', body } : {}) });
    for (const pair of answer.cookies) {
      const [name = '', value = ''] = pair.split('=');
      jar.set(name, value);
    }
    return answer;
  };
  let answer = await ask(start);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { location } = answer.headers;
    if (!location) throw new Error(`the provider answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    const next = new URL(location, issuer);
    if (next.origin !== issuer) return next;
    const isForm = next.pathname.startsWith('/interaction/');
    const form = new URLSearchParams({ login }).toString();
    answer = await (isForm ? ask(next.href, form) : ask(next.href));
  }
  throw new Error('the provider leads in circles');
}
