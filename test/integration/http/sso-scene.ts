import { afterAll } from 'vitest';
import type { SeededOrganization } from '#test/factories/seed-organization';
import { type Answer, form } from '#test/setup/http-client';
import { type Accounts, type RealProvider, startRealProvider } from '#test/setup/real-provider';
import type { TestWeb } from '#test/setup/web';
import { addDomain, verifyDomain } from '~/modules/organizations/commands/sso/change-domains';
import { saveConnection } from '~/modules/organizations/commands/sso/save-connection';
import type { ConnectionInput } from '~/modules/organizations/domain/sso/connection';
import { getSsoSettings } from '~/modules/organizations/queries/sso/get-sso-settings';

/** The domain that organization a has verified. */
export const DOMAIN = 'a-company.example';

const vouched = (email: string, name = 'New Person') => ({ email, email_verified: true, name });

/** A browser as far as Cadre sees it: its cookies, and what it asked for last. */
export interface Browser {
  readonly jar: Map<string, string>;
  ask(path: string, fields?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** What tests of single sign-on do over HTTP. */
export function ssoScene(web: TestWeb) {
  const ownerOf = (of: SeededOrganization) => ({
    kind: 'user' as const,
    id: of.members.owner.userId,
    organization: { id: of.organizationId, slug: of.slug, name: of.name },
  });
  const newBrowser = (cookie?: string): Browser => {
    const jar = new Map<string, string>();
    const keep = (pairs: readonly string[]) => {
      for (const pair of pairs) jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    };
    if (cookie) keep([cookie]);
    return {
      jar,
      async ask(path, fields) {
        const header = [...jar].map((pair) => pair.join('=')).join('; ');
        const answer = await web.send(path, { ...(fields ? form(web.origin, fields) : {}), cookie: header });
        keep(answer.cookies);
        return answer;
      },
    };
  };
  /** Presses the button of `/sso/:org`; where the browser is sent. */
  const begin = async (
    browser: Browser,
    of: SeededOrganization,
    fields: Readonly<Record<string, string>> = {},
  ) => {
    const answer = await browser.ask(`/sso/${of.slug}`, { intent: 'continue', ...fields });
    return String(answer.headers['refresh']).replace(/^0;url=/, '');
  };
  const startProvider = async (of: SeededOrganization, accounts: Accounts): Promise<RealProvider> => {
    const client = { client_id: `cadre-${of.slug}`, client_secret: `secret-${of.slug}` };
    const redirect_uris = [`${web.origin}/sso/callback/${of.organizationId}`];
    const provider = await startRealProvider({ clients: [{ ...client, redirect_uris }], accounts });
    afterAll(() => provider.close());
    return provider;
  };
  const connect = async (
    of: SeededOrganization,
    { issuer }: { issuer: string },
    more: Partial<ConnectionInput> = {},
  ) => {
    const client = { clientId: `cadre-${of.slug}`, clientSecret: `secret-${of.slug}` };
    const input: ConnectionInput = { issuer, ...client, joinRole: 'employee', enabled: true, ...more };
    await saveConnection(web.services, ownerOf(of), input);
  };
  const verify = async (of: SeededOrganization, domain: string) => {
    const { database } = web.services;
    await addDomain(database, ownerOf(of), domain);
    const { domains } = await getSsoSettings(database, of.organizationId);
    const resolveText = async () => domains.map(({ text }) => text);
    await verifyDomain({ database, resolveText }, ownerOf(of), domain);
  };
  return {
    ownerOf,
    newBrowser,
    begin,
    callbackOf: (of: SeededOrganization) => `${web.origin}/sso/callback/${of.organizationId}`,
    startProvider,
    connect,
    /** Adds a domain and finds its proof. */
    verify,
    /** A provider for each of the two organizations, and a verified domain for the first. */
    async connectBoth() {
      const { a, b } = web;
      const providerA = await startProvider(a, {
        jo: vouched(`jo@${DOMAIN}`),
        al: vouched(`al@${DOMAIN}`),
        eve: vouched(`eve@${DOMAIN}`),
        unverified: { email: `owner@${DOMAIN}`, email_verified: false },
        elsewhere: vouched('somebody@other.example'),
        both: vouched(b.members.hr_partner.email),
        hr: vouched('not-vouched@other.example'),
      });
      const providerB = await startProvider(b, { jo: vouched(`jo@${DOMAIN}`) });
      await connect(a, providerA);
      await connect(b, providerB);
      await verify(a, DOMAIN);
      return { providerA, providerB };
    },
    /** The whole way through the provider; the answer of the callback. */
    async signIn(
      browser: Browser,
      provider: RealProvider,
      asked: { of: SeededOrganization; login: string; fields?: Readonly<Record<string, string>> },
    ) {
      const back = await provider.signIn(await begin(browser, asked.of, asked.fields), asked.login);
      return browser.ask(`${back.pathname}${back.search}`);
    },
  };
}
