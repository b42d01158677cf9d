import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownText } from './own-text';

it('is the same text, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(ownText(text)).toBe(text);
    }),
  );
  expect(ownText('\ud800 "\\\0\u2028')).toBe('\ud800 "\\\0\u2028');
});
