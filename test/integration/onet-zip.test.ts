import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeZip, type ZipEntry } from '#test/fixtures/onet/make-zip';
import { releaseFiles } from '#test/fixtures/onet/release-files';
import { type ReleaseFolders, releaseFolders } from '#test/fixtures/onet/write-release';
import { planOnetRelease } from '~/modules/occupations/commands/import-onet-plan';
import { openOnetSource } from '~/modules/occupations/commands/import-onet-source';
import { InvalidInput } from '~/shared/errors';

let write: ReleaseFolders;
beforeAll(async () => {
  write = await releaseFolders();
});

const SKILLS = Buffer.from(releaseFiles('A2')['Skills.txt'] ?? '');
const entry = (name: string, content: Uint8Array = SKILLS, rest: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  content,
  ...rest,
});

/** Opens and looks through a zip of these entries; resolves to why it is refused. */
async function faultOf(bytes: Uint8Array): Promise<string> {
  const place = await write.file('some.zip', bytes);
  try {
    const source = await openOnetSource(place);
    await planOnetRelease(source, '30.0').finally(() => source.close());
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.errors.map((fault) => `${fault.pointer} ${fault.detail}`).join();
    throw error;
  }
  return '';
}

describe('a zip', () => {
  it('is read in place, whatever folder its files are in', async () => {
    const place = await write.file(
      'a.zip',
      makeZip([entry('db_30_2_text/'), entry('db_30_2_text/Skills.txt')]),
    );
    const source = await openOnetSource(place);
    const plan = await planOnetRelease(source, '30.0');
    await source.close();
    expect(plan.tables.map(({ dataset, bytes }) => [dataset, bytes])).toEqual([['skills', SKILLS.length]]);
  });

  it.each([
    [
      'a name that leads outside',
      [entry('../../Skills.txt')],
      /^some\.zip The zip cannot be read: .*\.\.\/\.\.\/Skills/,
    ],
    ['a name from the root', [entry('/etc/Skills.txt')], /^some\.zip The zip cannot be read: absolute path/],
    [
      'a name with backslashes',
      [entry('..\\Skills.txt')],
      /^some\.zip The zip cannot be read: invalid characters/,
    ],
    [
      'a file that is encrypted',
      [entry('Skills.txt', SKILLS, { encrypted: true })],
      /^some\.zip\/Skills\.txt The file is encrypted/,
    ],
    [
      'files of more than 2 GB',
      [entry('Skills.txt', SKILLS, { saidSize: 3 * 1024 ** 3 })],
      /^some\.zip Unpacked, the release has more than 2 GB/,
    ],
    [
      'a file packed a thousand times',
      [entry('Skills.txt', Buffer.alloc(20 * 1024 ** 2))],
      /^some\.zip Unpacked, it is more than 100 times/,
    ],
    [
      'a file that is larger than the zip says',
      [entry('Skills.txt', Buffer.alloc(20 * 1024 ** 2), { saidSize: 10 })],
      /^Skills\.txt The zip cannot be read: too many bytes/,
    ],
    [
      'a checksum that is wrong',
      [entry('Skills.txt', SKILLS, { saidChecksum: 1 })],
      /^Skills\.txt The zip cannot be read: its checksum/,
    ],
    [
      'two files of one name',
      [entry('a/Skills.txt'), entry('b/Skills.txt')],
      /^Skills\.txt The table is there twice/,
    ],
    [
      'more than 1,000 files',
      Array.from({ length: 1_001 }, (_, n) => entry(`${n}.txt`, Buffer.from('x'))),
      /^some\.zip The zip has more than 1,000 entries/,
    ],
  ])('is refused for %s', async (_, entries, fault) => {
    expect(await faultOf(makeZip(entries))).toMatch(fault);
  });

  it('is refused where it is cut short or is none', async () => {
    const whole = makeZip([entry('Skills.txt')]);
    expect(await faultOf(whole.subarray(0, whole.length - 30))).toMatch(/^some\.zip The zip cannot be read/);
    expect(await faultOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40)]))).toMatch(
      /cannot be read/,
    );
    const broken = Buffer.from(whole);
    broken.fill(0xff, 45, 60);
    expect(await faultOf(broken)).toMatch(/^Skills\.txt /);
  });
});

describe('a packed file', () => {
  it('is refused where it is damaged, cut short or packed too tightly', async () => {
    const fault = async (bytes: Uint8Array) => {
      const source = await openOnetSource(await write.file('Skills.txt.gz', bytes));
      return planOnetRelease(source, '30.0').then(
        () => '',
        (error: unknown) => (error instanceof InvalidInput ? (error.errors[0]?.detail ?? '') : String(error)),
      );
    };
    const packed = gzipSync(SKILLS);
    expect(await fault(packed)).toBe('');
    expect(await fault(packed.subarray(0, packed.length - 20))).toBe('The packed file ends too early.');
    expect(await fault(Buffer.from('no gzip at all'))).toBe('The packed file is damaged and cannot be read.');
    expect(await fault(gzipSync('ab\tcd\n'.repeat(4 * 1024 ** 2)))).toMatch(
      /^Unpacked, it is more than 100 times/,
    );
  });
});
