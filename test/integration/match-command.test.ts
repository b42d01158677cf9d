import { CommanderError } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { matchCommand, runMatch } from '#bin/cadre/match-command';
import { importRelease } from '#test/fixtures/onet/import-release';
import { GUARDS, MANAGERS, releaseFiles } from '#test/fixtures/onet/release-files';
import { type ReleaseFolders, releaseFolders } from '#test/fixtures/onet/write-release';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { readCsv } from '~/shared/csv';
import { Conflict, type InvalidInput, NotFound } from '~/shared/errors';

let db: TestDatabase;
let write: ReleaseFolders;
beforeAll(async () => {
  db = await openTestDatabase();
  write = await releaseFolders();
});

interface Run {
  readonly input?: AsyncIterable<Uint8Array>;
  /** Writes after which the reader is gone. */
  readonly room?: number;
  readonly limit?: number;
  readonly json?: boolean;
}

/** What the command writes, piece by piece, and what it throws. */
async function run(place: string, { input, room = 1_000, limit = 2, json = false }: Run = {}) {
  const written: string[] = [];
  const done: number[] = [];
  const services = {
    system: () => db.system,
    err: () => {},
    input: input ?? pieces(),
    write: async (text: string) => {
      written.push(text);
      return written.length < room;
    },
    progress: (titles: number) => void done.push(titles),
  };
  const error = await runMatch(services, place, { limit, json }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { written, out: written.join(''), done, error };
}

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text, 'utf8');
}

describe('cadre match', () => {
  it('says that a release is missing, and which file is not there', async () => {
    const place = await write.file('titles.txt', 'Guard\n');
    expect(await run(place)).toMatchObject({ written: [], error: expect.any(Conflict) });
    expect((await run(`${place}x`)).error).toEqual(new NotFound(`There is no file ${place}x.`));
    expect((await run(write.root)).error).toBeInstanceOf(NotFound);
  });

  describe('with a release', () => {
    beforeAll(async () => {
      await importRelease(db.system, await write.folder('30.2', releaseFiles('A2')));
    });

    it('writes a line for each candidate, and one for a title without any', async () => {
      const place = await write.file('titles.txt', 'Sr. Gate Guard\nLead, Security\n???\n');
      const { out, error } = await run(place);
      expect(error).toBeNull();
      const { header, rows } = readCsv(out, 'out.csv');
      expect(header).toEqual([
        ...['title', 'band_hint', 'rank', 'soc', 'occupation', 'score', 'matched_title', 'reason'],
      ]);
      expect(rows.map(({ values }) => values.slice(0, 4))).toEqual([
        ['Sr. Gate Guard', '3', '1', GUARDS],
        ['Sr. Gate Guard', '3', '2', expect.any(String)],
        ['Lead, Security', expect.any(String), '1', MANAGERS],
        ['Lead, Security', expect.any(String), '2', expect.any(String)],
        ['???', '', '', ''],
      ]);
      expect(rows[0]?.values.slice(4)).toEqual([
        'Security Guards',
        expect.stringMatching(/^[01]\.\d{4}$/),
        'Gate Guard',
        expect.stringContaining('Gate Guard'),
      ]);
    });

    it('neutralises what a spreadsheet would take for a formula', async () => {
      const { out } = await run('-', { input: pieces('=Guard\n'), limit: 1 });
      expect(readCsv(out, 'out.csv').rows[0]?.values[0]).toBe("'=Guard");
    });

    it('writes the JSON of the API', async () => {
      const { out } = await run('-', { input: pieces('Gate Guard\nDoor', 'keeper'), json: true, limit: 1 });
      const { items } = JSON.parse(out);
      expect(items).toMatchObject([
        { title: 'Gate Guard', candidates: [{ soc: GUARDS, matchedTitle: 'Gate Guard' }] },
        { title: 'Doorkeeper', candidates: [{ soc: GUARDS, matchedTitle: 'Doorkeeper' }] },
      ]);
      expect(JSON.parse((await run('-', { json: true })).out)).toEqual({ items: [] });
    });

    it('holds no more than a batch: it reads on when what it read is written', async () => {
      let read = 0;
      const endless = async function* () {
        for (;;) {
          read += 100;
          yield Buffer.from('Gate Guard\n'.repeat(100));
        }
      };
      const { written, done, error } = await run('-', { input: endless(), room: 4, limit: 1 });
      expect(error).toBeNull();
      expect(written).toHaveLength(4);
      expect(done).toEqual([500, 1_000]);
      expect(read).toBeLessThanOrEqual(1_600);
    });

    it('writes what stood before the line that it cannot read, and names that line', async () => {
      const { out, error } = await run('-', { input: pieces('Gate Guard\n', 'a\0b\n', 'Guard\n'), limit: 1 });
      expect(readCsv(out, 'out.csv').rows).toHaveLength(1);
      expect((error as InvalidInput).errors).toEqual([
        { pointer: 'standard input:2', detail: expect.stringContaining('NUL') },
      ]);
    });
  });

  it.each([[[]], [['a', 'b']], [['a', '--limit', '0']], [['a', '--limit', 'x']], [['a', '--colour']]])(
    'refuses the usage %j',
    async (words) => {
      const services = { system: () => db.system, input: pieces(), write: async () => true, err: () => {} };
      const command = matchCommand(services)
        .exitOverride()
        .configureOutput({ writeErr: () => {} });
      await expect(command.parseAsync(words, { from: 'user' })).rejects.toBeInstanceOf(CommanderError);
    },
  );
});
