import { describe, expect, it } from 'vitest';
import { readEnvironment } from '~/env.server';
import { InvalidInput } from '~/shared/errors';
import { cookiesAreSecure, originsOf } from './cookie-policy.server';

const environment = (variables: Record<string, string>) =>
  readEnvironment({ NODE_ENV: 'production', PORT: '4000', ...variables });

describe('origins', () => {
  it('are those that were named, else loopback on the own port', () => {
    expect(originsOf(environment({ ORIGINS: 'https://cadre.example, https://other.example' }))).toEqual([
      'https://cadre.example',
      'https://other.example',
    ]);
    expect(originsOf(environment({}))).toEqual(['http://localhost:4000', 'http://127.0.0.1:4000']);
  });
});

describe('session cookies', () => {
  it.each<Record<string, string>>([
    {},
    { ORIGINS: 'https://cadre.example', HOST: '0.0.0.0' },
    { ORIGINS: 'http://localhost:4000' },
  ])('are secure with %j', (variables) => expect(cookiesAreSecure(environment(variables))).toBe(true));

  it.each<Record<string, string>>([
    { HOST: '0.0.0.0' },
    { ORIGINS: 'http://cadre.example' },
    { ORIGINS: 'https://cadre.example,http://cadre.example' },
    { ORIGINS: 'http://127.0.0.1.evil.example' },
  ])('are refused with %j, unless it was asked for', (variables) => {
    expect(() => cookiesAreSecure(environment(variables))).toThrow(InvalidInput);
    expect(cookiesAreSecure(environment({ ...variables, ALLOW_INSECURE_COOKIES: '1' }))).toBe(false);
  });
});
