import type { Page } from '@playwright/test';

/**
 * Collects what no visit may cause: errors in the console, uncaught errors, violations of the content security
 * policy, and requests of a page that fail. That a page itself answers 403 or 404 is no fault.
 */
export async function watchFaults(page: Page): Promise<() => string[]> {
  const documents = new Set<string>();
  const faults: { readonly text: string; readonly url: string }[] = [];
  page.on('response', (response) => {
    const request = response.request();
    const status = response.status();
    if (request.isNavigationRequest() && [403, 404, 422].includes(status)) documents.add(response.url());
    else if (status >= 400) faults.push({ text: `${status} ${request.method()}`, url: response.url() });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push({ text: message.text(), url: message.location().url });
  });
  page.on('pageerror', (error) => faults.push({ text: String(error), url: page.url() }));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`refused by ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  return () =>
    faults
      .filter(({ text, url }) => !(text.startsWith('Failed to load resource') && documents.has(url)))
      .map(({ text, url }) => `${text} at ${url}`);
}
