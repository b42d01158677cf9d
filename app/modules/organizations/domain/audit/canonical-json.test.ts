import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonical-json';

describe('canonicalJson', () => {
  it('orders names at every depth and writes no space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
  });

  it('gives one text whatever the order of names, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (value) => {
        fc.pre(!Object.keys(value).some((name) => name.includes('\0')));
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what the database could not hold', () => {
    for (const bad of ['\ud800', 'a\0b', Number.NaN, undefined, { name: undefined }]) {
      expect(() => canonicalJson(bad as Json), String(bad)).toThrow(TypeError);
    }
  });
});
