import { describe, expect, it } from 'vitest';
import { domainName, domainOfEmail } from './email-domain';

describe('domainName', () => {
  it.each([
    ['example.org', 'example.org'],
    [' Example.ORG. ', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['a-b.co.uk', 'a-b.co.uk'],
  ])('%j is %j', (text, name) => expect(domainName(text)).toBe(name));

  it.each([
    '',
    'org',
    'localhost',
    '127.0.0.1',
    '2130706433',
    '[::1]',
    'a b.org',
    'a@b.org',
    'https://a.org',
    'a.org/x',
    'a.org:80',
    '-a.org',
    'a..org',
    '*.org',
    'a.1',
    `${'x'.repeat(64)}.org`,
    `${'x.'.repeat(130)}org`,
    'a%2e.org',
  ])('%j is none', (text) => expect(domainName(text)).toBeNull());
});

describe('domainOfEmail', () => {
  it.each([
    ['jo@example.org', 'example.org'],
    ['Jo@EXAMPLE.org', 'example.org'],
    ['"a@evil.org"@example.org', 'example.org'],
    ['@example.org', null],
    ['example.org', null],
    ['jo@localhost', null],
  ])('%j lies in %j', (email, domain) => expect(domainOfEmail(email)).toBe(domain));
});
