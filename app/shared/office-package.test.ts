import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { officePackageFault } from './office-package';
import { storedZip } from './stored-zip';

const MAIN = 'word/document.xml';
const part = (name: string, text = '<x/>') => ({ name, bytes: Buffer.from(text) });
const document = (...more: { name: string; bytes: Buffer }[]) =>
  storedZip([part('[Content_Types].xml'), part(MAIN), ...more]);

/** A zip with one deflated file; `stated` is the size that it says of itself. */
function deflatedZip(bytes: Buffer, stated = bytes.length): Uint8Array {
  const zip = Buffer.from(storedZip([{ name: MAIN, bytes: deflateRawSync(bytes, { level: 9 }) }]));
  const directory = zip.indexOf('PK\x01\x02', 0, 'latin1');
  zip.writeUInt16LE(8, 8);
  zip.writeUInt32LE(stated, 22);
  zip.writeUInt16LE(8, directory + 10);
  zip.writeUInt32LE(stated, directory + 24);
  return zip;
}

describe('a document of Word or Excel', () => {
  it('is kept when it holds its main part', async () => {
    expect(await officePackageFault(document(), MAIN)).toBeNull();
  });

  it.each([
    ['without its main part', storedZip([part('[Content_Types].xml'), part('xl/workbook.xml')])],
    ['with macros', document(part('word/vbaProject.bin'))],
    ['with a program', document(part('word/embeddings/run.exe'))],
    ['that holds a file twice', document(part(MAIN, '<y/>'))],
    ['with a path out of it', document(part('../evil.xml'))],
    ['of too many files', document(...Array.from({ length: 1_000 }, (_, index) => part(`a/${index}.xml`)))],
    ['that is none', new TextEncoder().encode('PK\u0003\u0004 and nothing more')],
    ['that unpacks to much more than it is', deflatedZip(Buffer.alloc(8 * 1024 * 1024))],
    ['that says less of itself than it is', deflatedZip(Buffer.alloc(64 * 1024), 10)],
    ['that says 4 GiB of itself', deflatedZip(Buffer.alloc(1024), 0xfffffffe)],
  ])('is refused %s', async (_what, bytes) => {
    expect(await officePackageFault(bytes, MAIN)).toEqual(expect.any(String));
  });
});
