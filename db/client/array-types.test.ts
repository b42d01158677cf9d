import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArray, serializeArray } from './array-types';

const same = (element: string) => element;

describe('array text form', () => {
  it('reads what PostgreSQL writes', () => {
    expect(parseArray('{}', same)).toEqual([]);
    expect(parseArray('{1,NULL,-3}', Number)).toEqual([1, null, -3]);
    expect(parseArray('{plain,"two words","NULL","","a\\"b\\\\c","x,y","{z}"}', same)).toEqual([
      'plain',
      'two words',
      'NULL',
      '',
      'a"b\\c',
      'x,y',
      '{z}',
    ]);
  });

  it.each(['', 'a', '{{1},{2}}', '[0:1]={1,2}', '{"open}'])('refuses %s', (form) => {
    expect(() => parseArray(form, same)).toThrow(TypeError);
  });

  it('reads back every list of texts and nulls that it writes', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ unit: 'grapheme' }))), (list) => {
        expect(parseArray(serializeArray(list), same)).toEqual(list);
      }),
    );
  });

  it('leaves a form that is already written as it is', () => {
    expect(serializeArray('{a,b}')).toBe('{a,b}');
  });
});
