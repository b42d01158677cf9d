import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bytesInput } from '#test/fixtures/sources/read-source-file';
import { sourceBytes } from './import-source-bytes';

async function read(content: Uint8Array, most?: number): Promise<string> {
  const pieces = [];
  const watched = most === undefined ? {} : { most };
  for await (const piece of sourceBytes(bytesInput('f', content, 1), watched)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

it('unpacks gzip, told by its first bytes, and passes everything else on', async () => {
  const text = 'some text '.repeat(50);
  expect(await read(gzipSync(text))).toBe(text);
  expect(await read(Buffer.from(text))).toBe(text);
  expect(await read(Buffer.from('x'))).toBe('x');
  expect(await read(Buffer.from(''))).toBe('');
});

it('stops unpacking a small file that becomes very large', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  expect(bomb.length).toBeLessThan(60_000);
  await expect(read(bomb, 1_000_000)).rejects.toThrow('unpacks to more than 1,000,000 bytes');
});
