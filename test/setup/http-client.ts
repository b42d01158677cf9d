import http from 'node:http';

export interface Sent {
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
  /** Value of the Cookie header. */
  readonly cookie?: string;
  /** Bearer token. */
  readonly token?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** `name=value` of every cookie set. */
  readonly cookies: readonly string[];
}

/** A whole proof has long queues of its own and runs beside other work. */
const LIMIT_MS = process.env['PROOF_COUNT'] ? 120_000 : 10_000;
const agent = new http.Agent({ keepAlive: true });

/** One request with exactly these headers; redirects are not followed. Fails when it takes over ten seconds, in a whole proof two minutes. */
export function send(url: string, sent: Sent = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, cookie, token } = sent;
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      method,
      agent,
      timeout: LIMIT_MS,
      headers: {
        ...headers,
        ...(cookie ? { Cookie: cookie } : {}),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
      },
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${LIMIT_MS} ms`)));
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const cookies = (response.headers['set-cookie'] ?? []).map((text) => text.split(';')[0] ?? '');
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, cookies });
      });
    });
    request.end(body);
  });
}

/** A form as a browser sends it from the page of the same origin. */
export function form(origin: string, fields: Readonly<Record<string, string>>): Sent {
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
    },
    body: new URLSearchParams(fields).toString(),
  };
}
