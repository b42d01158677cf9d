import { expect, it } from 'vitest';
import { emailAddress } from './email-address';
import { passwordFault } from './new-password';

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

it('a password has 12 to 200 characters and is neither address nor name', () => {
  const person = { email: 'somebody@example.org', name: 'Somebody Longname' };
  expect(passwordFault('eleven char', person)).toContain('at least 12');
  expect(passwordFault('twelve chars', person)).toBeNull();
  expect(passwordFault('🙂'.repeat(200), person)).toBeNull();
  expect(passwordFault('x'.repeat(201), person)).toContain('at most 200');
  expect(passwordFault('SOMEBODY@example.org', person)).toContain('something else');
  expect(passwordFault('somebody longname', person)).toContain('something else');
  expect(passwordFault('a password\0with nul', person)).not.toBeNull();
});
