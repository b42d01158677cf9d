import type { APIRequest, APIRequestContext } from '@playwright/test';
import type { DemoAccount } from './demo-accounts';

/** Requests of an account that has signed in by the form, without a browser. The caller disposes of it. */
export async function openSession(
  requests: APIRequest,
  baseURL: string,
  account: DemoAccount,
): Promise<APIRequestContext> {
  const session = await requests.newContext({ baseURL });
  const answer = await session.post('/login', {
    headers: { Origin: baseURL },
    form: { email: account.email, password: account.password, next: '/o' },
    maxRedirects: 0,
  });
  if (answer.status() !== 302) throw new Error(`${account.email} could not sign in: ${answer.status()}`);
  return session;
}
