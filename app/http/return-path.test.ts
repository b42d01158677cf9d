import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

const HERE = 'https://cadre.example';

describe('returnPath', () => {
  it.each(['/o', '/o/harbourline/heatmap?rows=person&cell=group:1:mastery', '/a//b', '/%2F%2Fevil.example'])(
    'keeps %s',
    (path) => expect(returnPath(path, '/start')).toBe(path),
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\r\nSet-Cookie: x=1',
    '',
    `/${'a'.repeat(2_000)}`,
    null,
    new File([], 'x'),
  ])('answers %j with the fallback', (path) => expect(returnPath(path, '/start')).toBe('/start'));

  it('never leaves this origin, whatever it is given', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      ':',
      '@',
      '?',
      '#',
      '\t',
      '\n',
      'evil.example',
      'https:',
      '%2f',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (path) => {
        const url = new URL(returnPath(path, '/start'), HERE);
        expect(url.origin).toBe(HERE);
      }),
      { numRuns: 2_000 },
    );
  });
});
