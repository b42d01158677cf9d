import net from 'node:net';
import { expect, it } from 'vitest';
import { openTestWeb } from '#test/setup/web';
const web = await openTestWeb();
const port = Number(new URL(web.origin).port);
const raw = (head: string) => new Promise<string>((resolve) => {
  const s = net.connect(port, '127.0.0.1'); let out = '';
  s.on('data', (d) => { out += d.toString('latin1'); }); s.on('close', () => resolve(out)); s.on('error', () => {});
  s.write(head); setTimeout(() => s.destroy(), 1500);
});
it('works', async () => {
  for (const h of ['GET /%ff HTTP/1.1\r\nHost: x', 'GET /%E0%A4%A HTTP/1.1\r\nHost: x', 'GET /login HTTP/1.1\r\nHost: [', 'GET /login HTTP/1.1\r\nHost: a b', 'GET /login HTTP/1.1\r\nHost: ', 'GET http://evil/login HTTP/1.1\r\nHost: x', 'GET //evil.example/login HTTP/1.1\r\nHost: x','GET /o/%00/heatmap HTTP/1.1\r\nHost: x','OPTIONS * HTTP/1.1\r\nHost: x','GET /assets/..%2f..%2fserver/index.js HTTP/1.1\r\nHost: x','GET /assets/%00 HTTP/1.1\r\nHost: x','TRACE / HTTP/1.1\r\nHost: x','GET /login HTTP/1.1\r\nHost: x:99999', 'GET /login HTTP/1.0', 'POST /login HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 5\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Encoding: gzip', 'GET /login?_data=nothing HTTP/1.1\r\nHost: x','GET /login?_data=root HTTP/1.1\r\nHost: x','GET /login.data?_routes=root HTTP/1.1\r\nHost: x','GET /__manifest?version=x HTTP/1.1\r\nHost: x']) {
    const out = await raw(h + '\r\nConnection: close\r\n\r\n' + (h.startsWith('POST') ? 'a=b&c' : ''));
    console.log(JSON.stringify(h), '=>', out.split('\r\n')[0], '|', JSON.stringify(out.slice(out.indexOf('\r\n\r\n'), out.indexOf('\r\n\r\n') + 150)));
  }
  expect(1).toBe(1);
}, 100000);
