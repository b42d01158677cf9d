import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/fixtures/workbook-of';
import { InvalidInput } from '~/shared/errors';
import { readSentTable } from './read-sent-table';

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = async (reading: Promise<unknown>): Promise<InvalidInput> => {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InvalidInput)) throw new Error(`not refused: ${String(error)}`);
  return error;
};

describe('a table read in a thread of its own', () => {
  it('comes as the reader gives it, one after the other', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const [text, workbook] = await Promise.all([
      readSentTable(bytes('Id,Name\n1,Ada\n'), 'a.csv'),
      readSentTable(workbookOf(`<row>${cell('Id')}</row><row>${cell('2')}</row>`), 'b.xlsx'),
    ]);
    expect(text).toMatchObject({
      file: 'a.csv',
      header: ['Id', 'Name'],
      rows: [{ line: 2, values: ['1', 'Ada'] }],
    });
    expect(workbook).toMatchObject({ file: 'b.xlsx', header: ['Id'], rows: [{ line: 2, values: ['2'] }] });
  });

  it('is refused with the place, and the next one is read', async () => {
    const refused = refusal(readSentTable(bytes(`a,b\n${'"1","2"\n'.repeat(40_000)}"1,2\n`), 'a.csv'));
    const next = readSentTable(bytes('a\n1\n'), 'b.csv');
    expect((await refused).errors).toEqual([
      { pointer: 'a.csv:40002', detail: 'From here on a quoted cell is opened and never closed.' },
    ]);
    expect((await next).rows).toHaveLength(1);
  });

  it('ends alone when it takes too much memory or time', async () => {
    const rows = bytes(`a,b,c\n${'1,2,3\n'.repeat(190_000)}`);
    const memory = await refusal(readSentTable(rows, 'a.csv', { heapMb: 16, ms: 60_000 }));
    expect(memory.errors[0]).toMatchObject({ pointer: 'a.csv', detail: expect.stringContaining('memory') });
    const time = await refusal(readSentTable(rows, 'a.csv', { heapMb: 1_024, ms: 1 }));
    expect(time.errors[0]).toMatchObject({ pointer: 'a.csv', detail: expect.stringContaining('time') });
    expect((await readSentTable(rows, 'a.csv')).rows).toHaveLength(190_000);
  });
});
