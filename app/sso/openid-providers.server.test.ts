import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type CrookedProvider, startCrookedProvider } from '#test/setup/crooked-provider';
import type { VouchedPerson } from './identity-provider';
import { createIdentityProviders, type Discovered } from './openid-providers.server';
import { createRecentReads, type RecentReads } from './recent-reads.server';

const provider = await startCrookedProvider();
const other = await startCrookedProvider('other');
afterAll(() => Promise.all([provider.close(), other.close()]));
afterEach(() => provider.reset());

const faults: string[] = [];
const note = (fault: string) => void faults.push(fault);
/** Reads anew each time. */
const never: RecentReads<Discovered> = { read: (_key, read) => read() };
const providers = createIdentityProviders({ allowPrivate: true }, note, never);
const redirectUri = 'https://cadre.example/sso/callback/1';
const settingsOf = ({ issuer, clientId }: CrookedProvider) => ({ issuer, clientId, clientSecret: 'secret' });

type Change = (query: URLSearchParams) => void;

/** A whole sign-in; change is what happens to the query on its way back. */
async function signIn(change: Change = () => {}, at = provider): Promise<VouchedPerson> {
  const settings = settingsOf(at);
  const { address, checks } = await providers.begin(settings, { redirectUri, state: 'the-state' });
  const query = at.authorize(address);
  change(query);
  return providers.finish(settings, { redirectUri, query: `?${query}`, state: 'the-state', checks });
}

const refusal = (change?: Change) =>
  signIn(change).then(
    () => 'accepted',
    (error: { kind?: string }) => error.kind,
  );

describe('a sign-in at a provider', () => {
  it('asks with state, nonce and PKCE, and gives whom the provider vouches for', async () => {
    provider.crooked.claims = { email: 'jo@example.org', email_verified: true, name: ' Jo ' };
    const begun = await providers.begin(settingsOf(provider), { redirectUri, state: 'the-state' });
    const asked = new URL(begun.address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'cadre',
      redirect_uri: redirectUri,
      state: 'the-state',
      nonce: begun.checks.nonce,
      code_challenge_method: 'S256',
    });
    expect(asked.get('code_challenge')).not.toBe(begun.checks.verifier);
    const person = { issuer: provider.issuer, subject: 'sub-1' };
    expect(await signIn()).toEqual({ ...person, email: 'jo@example.org', emailVerified: true, name: 'Jo' });
    expect(provider.exchanges[0]?.get('code_verifier')).toMatch(/^[\w-]{43,}$/);
    expect(provider.exchanges[0]?.get('redirect_uri')).toBe(redirectUri);
  });

  it('asks userinfo for an address that the ID token leaves out, and believes it of the same subject only', async () => {
    provider.crooked.userinfo = { sub: 'sub-1', email: 'jo@example.org', email_verified: true };
    expect(await signIn()).toMatchObject({ email: 'jo@example.org', emailVerified: true });
    provider.crooked.userinfo = { sub: 'sub-2', email: 'jo@example.org', email_verified: true };
    expect(await refusal()).toBe('conflict');
  });

  it.each([undefined, null, 'true', 1, false])('an address is not verified by %j', async (email_verified) => {
    provider.crooked.claims = { email: 'jo@example.org', email_verified };
    expect((await signIn()).emailVerified).toBe(false);
  });
});

describe('a token that is not for this sign-in', () => {
  const now = Math.floor(Date.now() / 1000);
  it.each([
    ['another audience', { aud: 'other' }],
    ['more audiences and another authorized party', { aud: ['cadre', 'other'], azp: 'other' }],
    ['another issuer', { iss: 'https://login.example.org' }],
    ['no issuer', { iss: undefined }],
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['long expired', { iat: now - 7_200, exp: now - 3_600 }],
    ['without an end', { exp: undefined }],
    ['not valid yet', { nbf: now + 3_600 }],
    ['no subject', { sub: undefined }],
    ['a subject with NUL', { sub: 'a\0b' }],
    ['a subject too long', { sub: 'x'.repeat(256) }],
  ])('is refused: %s', async (_name, claims) => {
    provider.crooked.claims = claims;
    expect(await refusal()).toBe('conflict');
  });

  it.each(['none', 'HS256'] as const)(
    'is refused: signed by %s, even where the metadata offers it',
    async (algorithm) => {
      provider.crooked.algorithm = algorithm;
      expect(await refusal()).toBe('conflict');
      provider.crooked.metadata = { id_token_signing_alg_values_supported: ['RS256', algorithm] };
      expect(await refusal()).toBe('conflict');
    },
  );

  it('is refused: signed by a key that the provider does not publish', async () => {
    provider.crooked.signUnpublished = true;
    expect(await refusal()).toBe('conflict');
  });

  it('is accepted again at once when the provider changed its key', async () => {
    expect(await refusal()).toBe('accepted');
    provider.rotate();
    expect(await refusal()).toBe('accepted');
  });
});

describe('an answer that is not of this sign-in', () => {
  it.each<[string, Change]>([
    ['another state', (query) => query.set('state', 'another')],
    ['no state', (query) => query.delete('state')],
    ['the iss of another provider', (query) => query.set('iss', other.issuer)],
    ['no iss, where the provider says that it sends one', (query) => query.delete('iss')],
    ['two states', (query) => query.append('state', 'the-state')],
    ['no code', (query) => query.delete('code')],
    ['an error', (query) => query.set('error', 'access_denied')],
  ])('is refused before a code goes anywhere: %s', async (_name, change) => {
    expect(await refusal(change)).toBe('conflict');
    expect(provider.exchanges).toEqual([]);
  });

  it('is refused when the provider does not take the code', async () => {
    provider.crooked.tokenStatus = 400;
    expect(await refusal()).toBe('conflict');
  });
});

describe('a provider that is not what it should be', () => {
  it.each([
    ['names another issuer', { issuer: 'https://login.example.org' }],
    ['leads browsers to a script', { authorization_endpoint: 'javascript:alert(1)' }],
    ['leads browsers to data', { authorization_endpoint: 'data:text/html,x' }],
  ])('is not begun with: it %s', async (_name, metadata) => {
    provider.crooked.metadata = metadata;
    const begun = providers.begin(settingsOf(provider), { redirectUri, state: 's' });
    await expect(begun).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('is asked for its metadata once in a while, however often somebody begins; what comes back is read anew', async () => {
    const many = createIdentityProviders({ allowPrivate: true }, note, createRecentReads());
    const begin = (clientId = 'cadre') =>
      many.begin({ ...settingsOf(provider), clientId }, { redirectUri, state: 's' });
    const { address } = await begin();
    provider.crooked.metadata = {
      authorization_endpoint: 'https://moved.example/',
      issuer: 'https://moved.example',
    };
    const [again, other] = [await begin(), begin('another')];
    expect(new URL(again.address).origin).toBe(new URL(address).origin);
    expect(again.checks.nonce).not.toBe(new URL(address).searchParams.get('nonce'));
    await expect(other).rejects.toMatchObject({ kind: 'conflict' });
    await expect(many.discover(settingsOf(provider))).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('never has its redirects followed: code and secret stay here', async () => {
    provider.crooked.redirectTo = `${other.issuer}/token`;
    expect(await refusal()).toBe('unavailable');
    expect(other.exchanges).toEqual([]);
  });

  it('is said to be silent when it is, and the log names no code', async () => {
    const gone = await startCrookedProvider();
    const { address, checks } = await providers.begin(settingsOf(gone), { redirectUri, state: 'the-state' });
    const query = gone.authorize(address);
    await gone.close();
    const finished = providers.finish(settingsOf(gone), {
      redirectUri,
      query: `?${query}`,
      state: 'the-state',
      checks,
    });
    await expect(finished).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(providers.discover(settingsOf(gone))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(faults.join()).not.toContain(query.get('code'));
  });

  it('on this machine is not spoken with unless that is allowed', async () => {
    const strict = createIdentityProviders({ allowPrivate: false }, () => {}, never);
    const settings = settingsOf(provider);
    await expect(strict.discover(settings)).rejects.toMatchObject({ kind: 'conflict' });
    const issuer = settings.issuer.replace('http:', 'https:');
    await expect(strict.discover({ ...settings, issuer })).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
