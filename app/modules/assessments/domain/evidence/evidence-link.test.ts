import { expect, it } from 'vitest';
import { readLink } from './evidence-link';

it('takes addresses that begin with https and shows their host', () => {
  expect(readLink(' https://Example.test:8443/a?b=c#d ')).toEqual({
    url: 'https://example.test:8443/a?b=c#d',
    host: 'example.test:8443',
  });
  // What looks like other letters is shown as it is spelled.
  expect(readLink('https://exämple.test/')).toMatchObject({ host: 'xn--exmple-cua.test' });
});

it.each([
  '',
  'http://example.test/',
  'javascript:alert(1)',
  'data:text/html,x',
  '//example.test',
  'https://',
  'https://user:secret@example.test/',
  'https://example.test/\u202etxt.exe',
  'https://example.test/a b',
  `https://example.test/${'a'.repeat(2000)}`,
])('refuses %j', (address) => {
  expect(readLink(address)).toHaveProperty('fault');
});
