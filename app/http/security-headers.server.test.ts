import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { nonce, securityHeaders } from './security-headers.server';

/** The headers of a response, by whether all origins have TLS. */
async function headersWith(tls: boolean): Promise<Headers> {
  const app = express().use(nonce, securityHeaders({ tls, development: false }));
  const server = createServer(app.get('/', (_req, res) => void res.send('x')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const sent = { headers: { Origin: 'https://evil.example', Connection: 'close' } };
    return (await fetch(`http://127.0.0.1:${port}/`, sent)).headers;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('security headers', () => {
  it('keep browsers on TLS for a year where every origin has it, and nowhere else', async () => {
    const [withTls, without] = [await headersWith(true), await headersWith(false)];
    expect(withTls.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(withTls.get('content-security-policy')).toContain('upgrade-insecure-requests');
    expect(without.get('strict-transport-security')).toBeNull();
    expect(without.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  });

  it('ask for reports of what the content policy stops', async () => {
    const headers = await headersWith(true);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain('report-uri /policy-reports');
    expect(policy).toContain('report-to policy');
    expect(headers.get('reporting-endpoints')).toBe('policy="/policy-reports"');
  });

  it('cut off windows of other origins, and let none read', async () => {
    const headers = await headersWith(true);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});
