import type { Answer } from '#test/setup/http-client';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const CHANGES_EACH_TIME = ['x-request-id', 'date', 'etag', 'content-length', 'keep-alive'];

/** A whole answer as text without what differs each time: ids, nonces, and the texts that were asked for. */
export function normalised(answer: Answer, asked: readonly string[]): string {
  const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '';
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !CHANGES_EACH_TIME.includes(name))
    .sort()
    .map(([name, value]) => `${name}: ${String(value)}`);
  let text = [String(answer.status), ...headers, '', answer.body].join('\n');
  for (const word of [nonce, ...asked, ...asked.map(encodeURIComponent)]) {
    if (word) text = text.replaceAll(word, 'ASKED');
  }
  return text.replace(UUID, 'ID');
}
