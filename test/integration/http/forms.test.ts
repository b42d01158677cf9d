import { describe, expect, it } from 'vitest';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const BOUNDARY = 'a-boundary-of-some-thirty-letters';
const BODIES = [
  ['plain text', 'text/plain', 'email=a&password=b'],
  ['JSON', 'application/json', '{"email":"a"}'],
  ['no type', undefined, 'email=a&password=b'],
  ['no boundary', 'multipart/form-data', 'email=a'],
  ['a broken part', `multipart/form-data; boundary=${BOUNDARY}`, `--${BOUNDARY}\r\nnothing`],
  ['a part without an end', `multipart/form-data; boundary=${BOUNDARY}`, `--${BOUNDARY}\r\n\r\n`],
] as const;

describe.each(['/login', '/theme', '/login.data', '/theme.data'])('a body that is no form, at %s', (path) => {
  it.each(BODIES)('%s is refused as the fault of the sender', async (_, type, body) => {
    const headers = { 'Sec-Fetch-Site': 'same-origin', ...(type ? { 'Content-Type': type } : {}) };
    const { status, cookies } = await web.send(path, { method: 'POST', headers, body });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(cookies).toEqual([]);
  });
});
