import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** Every outbound HTTP call is answered here or fails the test; calls to this machine's own test servers pass. */
export const outbound = setupServer();

beforeAll(() => {
  outbound.listen({
    onUnhandledRequest: (request, print) => {
      if (['127.0.0.1', 'localhost'].includes(new URL(request.url).hostname)) return;
      print.error();
    },
  });
});
afterEach(() => outbound.resetHandlers());
afterAll(() => outbound.close());
