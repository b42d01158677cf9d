import { describe, expect, it } from 'vitest';
import { readCookie } from './read-cookie';

describe('a cookie of the header', () => {
  it.each([
    ['__Host-cadre=abc', 'abc'],
    ['theme=dark; __Host-cadre=abc', 'abc'],
    ['theme=%; __Host-cadre=abc', 'abc'],
    ['a=%E0%A4%A;b="x;__Host-cadre=abc ', 'abc'],
    ['__Host-cadre=', ''],
    ['__Host-cadre=%zz', '%zz'],
    ['x__Host-cadre=abc', null],
    ['__Host-cadre', null],
    ['', null],
    [null, null],
  ])('in %j it is %j', (header, value) => {
    expect(readCookie(header, '__Host-cadre')).toBe(value);
  });
});
