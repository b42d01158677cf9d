import { describe, expect, it } from 'vitest';
import { readEnvironment } from '~/env.server';
import { relyingPartyOf } from './relying-party.server';

const party = (url: string, env: Readonly<Record<string, string>>) =>
  relyingPartyOf(readEnvironment({ NODE_ENV: 'production', PORT: '3000', ...env }), new Request(url));

describe('what passkeys are bound to', () => {
  const ORIGINS = 'https://cadre.example,https://cadre.example.org:8443';

  it('is the configured origin that the request came under', () => {
    expect(party('http://cadre.example/login', { ORIGINS })).toEqual({
      id: 'cadre.example',
      origin: 'https://cadre.example',
    });
    expect(party('https://cadre.example.org:8443/login', { ORIGINS })?.id).toBe('cadre.example.org');
  });

  it('is never what a Host header alone says', () => {
    for (const url of [
      'https://evil.example/',
      'https://cadre.example.evil.example/',
      'http://10.0.0.7:3000/',
    ])
      expect(party(url, { ORIGINS })?.id).toBe('cadre.example');
  });

  it('on one machine is localhost, and nothing under an IP address', () => {
    expect(party('http://localhost:3000/', {})).toEqual({ id: 'localhost', origin: 'http://localhost:3000' });
    expect(party('http://127.0.0.1:3000/', {})).toBeNull();
    expect(party('http://x/', { ORIGINS: 'https://[::1]:8443' })).toBeNull();
  });
});
