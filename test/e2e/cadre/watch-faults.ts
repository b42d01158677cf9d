import type { Page } from '@playwright/test';

/**
 * Collects what no visit may cause: errors in the console, uncaught errors, violations of the content security
 * policy, and requests of a page that fail. No fault is a page that itself answers 403 or 404, nor a form answered
 * with 409 or 422, nor a request while the test has taken the network away (what links lead to is asked for in
 * advance, and the router says in words that it was not told), nor one that a page gave up as it was left.
 */
export async function watchFaults(page: Page): Promise<() => string[]> {
  const expected = new Set<string>();
  const faults: { readonly text: string; readonly url: string }[] = [];
  page.on('response', (response) => {
    const request = response.request();
    const status = response.status();
    const refused = request.isNavigationRequest() && (status === 403 || status === 404);
    if (refused || (request.method() === 'POST' && (status === 409 || status === 422)))
      expected.add(response.url());
    else if (status >= 400) faults.push({ text: `${status} ${request.method()}`, url: response.url() });
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'net::ERR_INTERNET_DISCONNECTED') expected.add(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push({ text: message.text(), url: message.location().url });
  });
  page.on('pageerror', (error) => {
    if (error.name !== 'AbortError') faults.push({ text: String(error), url: page.url() });
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`refused by ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  const isExpected = (text: string, url: string) =>
    (text.startsWith('Failed to load resource') && expected.has(url)) ||
    (text.startsWith('Failed to fetch manifest patches') &&
      [...expected].some((one) => new URL(one).pathname === '/__manifest'));
  return () =>
    faults.filter(({ text, url }) => !isExpected(text, url)).map(({ text, url }) => `${text} at ${url}`);
}
