import http from 'node:http';
import { describe, expect, it } from 'vitest';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();

/** The status of a request whose path is sent as it stands, which fetch would shorten. */
function statusOf(path: string, headers: http.OutgoingHttpHeaders): Promise<number> {
  const { hostname, port } = new URL(web.origin);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end();
  });
}

describe('a path that would be shortened to another', () => {
  it.each([
    `/api/v1/../../o/${web.a.slug}/imports`,
    `/api/v1/%2e%2e/%2E./o/${web.a.slug}/imports`,
    `/api/v1/..\\..\\o/${web.a.slug}/imports`,
    `/api/v1/./me`,
    `/api/v1/..`,
  ])('%s is refused, with a bearer token or without', async (path) => {
    const bearer = { authorization: `Bearer ${'x'.repeat(40)}` };
    expect(await statusOf(path, bearer)).toBe(400);
    expect(await statusOf(path, { 'sec-fetch-site': 'same-origin' })).toBe(400);
  });

  it('dots in a name are not', async () => {
    expect(await statusOf('/o/..name/a..b', { 'sec-fetch-site': 'same-origin' })).not.toBe(400);
  });
});

describe('the parameter _data', () => {
  it.each(['/login?_data=x', '/nothing?a=1&%5Fdata', '/api/v1/me?_data=routes/api.v1.me'])(
    '%s is refused, and no error is logged',
    async (path) => {
      const before = web.logLines.length;
      const answer = await web.send(path);
      expect(answer.status).toBe(400);
      const levels = web.logLines.slice(before).map((line) => JSON.parse(line).level);
      expect(levels.filter((level) => level === 'error' || level >= 50)).toEqual([]);
    },
  );
});
