import { describe, expect, it } from 'vitest';
import {
  EXCHANGE_FIXTURE,
  fixtureText,
  LER_FIXTURE,
  realFileBytes,
} from '#test/fixtures/frameworks/read-framework-file';
import { recogniseFormat } from './recognise-format';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const HEAD = 4096;

describe('recogniseFormat', () => {
  it('knows both formats by their content, as text and as the first bytes', () => {
    for (const [name, format] of [
      [LER_FIXTURE, 'ler_json'],
      [EXCHANGE_FIXTURE, 'exchange_text'],
    ] as const) {
      const text = fixtureText(name);
      expect(recogniseFormat(text)).toEqual({ format });
      expect(recogniseFormat(`\ufeff${text}`)).toEqual({ format });
      expect(recogniseFormat(bytesOf(`\ufeff${text}`).subarray(0, HEAD))).toEqual({ format });
    }
  });

  it('accepts a head that ends inside a character', () => {
    const bytes = bytesOf(fixtureText(EXCHANGE_FIXTURE));
    const cut = bytes.indexOf(0xc2) + 1;
    expect(recogniseFormat(bytes.subarray(0, cut))).not.toMatchObject({ reason: 'This is not UTF-8 text' });
    const middle = bytes.indexOf(0xe2) + 2;
    expect(recogniseFormat(bytes.subarray(0, middle))).toEqual({ format: 'exchange_text' });
  });

  it.each([
    ['a ZIP archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'ZIP'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'PDF'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 'UTF-16'],
    ['a binary file', new Uint8Array([1, 2, 0, 4]), 'binary'],
    ['Latin-1', new Uint8Array([0x53, 0x4f, 0xe9, 0x20]), 'UTF-8'],
    ['nothing', new Uint8Array(), 'empty'],
    ['other JSON', bytesOf('{"@context":[]}'), 'not a LER.me export'],
    ['a JSON list', bytesOf('[1]'), 'JSON list'],
    ['HTML', bytesOf('<!doctype html>'), 'HTML'],
    ['other text', bytesOf('Minutes of a meeting'), 'SOC'],
  ])('refuses %s with a reason', (_name, bytes, words) => {
    const found = recogniseFormat(bytes);
    expect(found.format).toBe('unknown');
    expect(found).toHaveProperty('reason', expect.stringContaining(words));
  });

  it('tells the real files apart', () => {
    const formats = {
      '000': 'ler_json',
      '001': 'ler_json',
      '002': 'exchange_text',
      '003': 'unknown',
      '004': 'unknown',
    };
    for (const [prefix, format] of Object.entries(formats)) {
      const bytes = realFileBytes(prefix);
      if (bytes) expect(recogniseFormat(bytes.subarray(0, HEAD)).format, prefix).toBe(format);
    }
  });
});
