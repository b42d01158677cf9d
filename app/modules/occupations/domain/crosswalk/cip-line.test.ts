import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitCipLine } from './cip-line';

it('splits codes that run on, and tells what is none', () => {
  expect(splitCipLine('15.150119.060430.1201')).toEqual({
    codes: ['15.1501', '19.0604', '30.1201'],
    rest: '',
  });
  expect(splitCipLine(' 01.0101, 01.0102; 01.0103 ')).toMatchObject({ codes: { length: 3 }, rest: '' });
  expect(splitCipLine('15.1501x19.06')).toEqual({ codes: ['15.1501'], rest: 'x19.06' });
  expect(splitCipLine('')).toEqual({ codes: [], rest: '' });
});

it('gives back any codes that were joined', () => {
  const code = fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9999 }))
    .map(([family, rest]) => `${String(family).padStart(2, '0')}.${String(rest).padStart(4, '0')}`);
  fc.assert(
    fc.property(fc.array(code), (codes) => {
      expect(splitCipLine(codes.join(''))).toEqual({ codes, rest: '' });
    }),
  );
});
