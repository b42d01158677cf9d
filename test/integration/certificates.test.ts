import { readFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepLogLines } from '#test/setup/log-lines';
import { outbound } from '#test/setup/outbound';
import { sourceFiles } from '#test/structure/source-files';
import { createMailer } from '~/mail/create-mailer.server';
import { createGuardedFetch } from '~/sso/guarded-fetch.server';

// Certificates are what is tested: nothing stands between and the connection.
beforeAll(() => outbound.close());

const fixture = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '../fixtures/tls', name), 'utf8');
/** A certificate that nobody signed but itself, for localhost. */
const pair = { key: fixture('localhost-key.pem'), cert: fixture('localhost.pem') };

const servers: Server[] = [];
afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));
async function listening<T extends Server>(server: T): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describe('a certificate that no authority signed (asvs.md V12.3.2)', () => {
  it('keeps requests to identity providers from going out', async () => {
    let asked = 0;
    const server = https.createServer(pair, (_request, answer) => {
      asked += 1;
      answer.end('here');
    });
    const port = await listening(server);
    const address = `https://localhost:${port}/`;
    const fetched = createGuardedFetch({ allowPrivate: true })(address, { method: 'GET' });
    await expect(fetched).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(asked).toBe(0);
    // Control: whoever trusts the certificate is answered.
    const status = await new Promise((resolve, reject) => {
      const request = https.get(address, { ca: pair.cert, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      request.on('error', reject);
    });
    expect([status, asked]).toEqual([200, 1]);
  });

  it('keeps letters back', async () => {
    let said = '';
    const server = createServer(pair, (socket) => {
      socket.on('error', () => {});
      socket.on('data', (chunk) => {
        said += chunk.toString();
      });
      socket.write('220 localhost\r\n');
    });
    server.on('tlsClientError', () => {});
    const port = await listening(server);
    const { logger, lines } = keepLogLines('worker');
    const mail = {
      SMTP_URL: `smtps://localhost:${port}`,
      MAIL_FROM: 'Cadre <cadre@localhost>',
      DATA_DIR: '',
    };
    const letter = {
      mailId: crypto.randomUUID(),
      to: 'jo@example.org',
      subject: 'Hello',
      text: 'Hello',
      html: '<p>Hello</p>',
      link: '',
    };
    expect(await createMailer(mail, logger).send(letter)).toBe('try-again');
    expect(said).toBe('');
    expect(lines.join()).toContain('the mail server did not take a letter');
  });

  it('is believed nowhere by a setting of the code', () => {
    const lenient = sourceFiles().filter(
      ({ name, text }) =>
        !name.startsWith('test/') &&
        /rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity|ignoreTLS/.test(text),
    );
    expect(lenient.map(({ name }) => name)).toEqual([]);
  });
});
