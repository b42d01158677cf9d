import { expect, it } from 'vitest';
import { emailAddress } from './email-address';

it.each([
  'jo@example.org',
  ' jo.berg+x@sub.example.org ',
  "o'neil@example.org",
  'jo@localhost',
  'jo@xn--bcher-kva.example',
])('%j is an address', (text) => expect(emailAddress(text)).toBe(text.trim()));

it.each([
  '',
  'jo',
  '@example.org',
  'jo@',
  'a b@example.org',
  'jo@exa mple.org',
  'a@b@c',
  'a@b\r\nBcc: c@d',
  'a@b,c@d',
  '<a@b>',
  'a\0@b',
  '\ud800@b',
])('%j is none', (text) => expect(emailAddress(text)).toBeNull());
