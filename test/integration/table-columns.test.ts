import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { nameTableColumns } from '~/modules/people/commands/imports/name-table-columns';
import { openNamedTable } from '~/modules/people/commands/imports/open-named-table';
import { findImport } from '~/modules/people/data/imports';
import { POSITION_FIELDS } from '~/modules/people/domain/position-fields';
import { POSITION_COLUMNS } from '~/modules/people/domain/position-row';
import { readImportForm } from '~/routes/o.$org.imports.$id/read-import-form.server';
import { readCsv } from '~/shared/csv';
import { contestScene } from './contest-scene';

const db = await openTestDatabase();
const { importsOf, jobs } = peopleImports(db);
const ratings = { kind: 'assessments' as const, name: 'ratings.csv' };
/** A file of a program that nobody knows: who, by whom, when, of what, how much. */
const odd = (level: number) =>
  ['Kürzel;Wer sagt es;Am Tag;Worin;Wieviel', `P2;Vorgesetzte;01.09.2026;Leadership;${level}`, ''].join('\n');
const ODD = { employee_external_id: 0, rater: 1, assessed_on: 2, dimension: 3, level: 4 };

async function columnsScene() {
  const scene = await contestScene(db);
  const { run, preview, apply } = importsOf(scene.organizationId);
  const name = async (importId: string, columns: Readonly<Record<string, number>>) => {
    await run((ctx) => nameTableColumns(ctx, importId, columns));
    await jobs.run();
    return run((ctx) => findImport(ctx, importId));
  };
  const level = () =>
    scene.inTenant(async ({ tx }) => {
      const row = await tx
        .selectFrom('assessments')
        .innerJoin('ratings', 'ratings.assessmentId', 'assessments.assessmentId')
        .select('ratings.level')
        .where('assessments.employeeId', '=', scene.idOf('P2'))
        .where('assessments.state', '=', 'submitted')
        .where('dimension', '=', 'leadership')
        .executeTakeFirst();
      return row?.level;
    });
  return { ...scene, run, preview, apply, name, level };
}

describe('a file of ratings whose columns nobody knows', () => {
  it('waits until somebody names them, and files with the same columns are read so from then on', async () => {
    const { preview, name, apply, level } = await columnsScene();
    const { importId, state, header } = await preview(odd(4), ratings);
    expect({ state, names: header?.names, sample: header?.samples[3] }).toEqual({
      state: 'mapping',
      names: ['Kürzel', 'Wer sagt es', 'Am Tag', 'Worin', 'Wieviel'],
      sample: ['Leadership'],
    });
    const { level: _, ...partly } = ODD;
    expect(await name(importId, partly)).toMatchObject({ state: 'mapping', counts: null });
    expect(await name(importId, ODD)).toMatchObject({
      state: 'planned',
      counts: { changed: 1, rejected: 0 },
    });
    expect(await apply(importId)).toMatchObject({ state: 'applied' });
    expect(await level()).toBe(4);
    const again = await preview(odd(3), ratings);
    expect(again).toMatchObject({ state: 'planned', counts: { changed: 1 } });
    await apply(again.importId);
    expect(await level()).toBe(3);
  });

  it('is remembered for the own organization alone, and a column is one field', async () => {
    const [own, other] = [await columnsScene(), await columnsScene()];
    const { importId } = await own.preview(odd(4), ratings);
    await own.name(importId, ODD);
    expect((await other.preview(odd(4), ratings)).state).toBe('mapping');
    await expect(own.name(importId, { ...ODD, cycle: 4 })).rejects.toThrow('is named for');
    await expect(own.name(importId, { ...ODD, cycle: 5 })).rejects.toThrow('not in the file');
    await expect(own.name(randomUUID(), ODD)).rejects.toThrow('no such import');
  });
});

it('a table that is looked at in its page is asked about too, and a column can be named as none', async () => {
  const { run } = await columnsScene();
  const kind = { kind: 'positions', fields: POSITION_FIELDS, required: POSITION_COLUMNS.required } as const;
  const table = readCsv('nummer,title,team,site\nX1,Lead,Gate,North\n', 'posts.csv');
  const sent = { table, uploadId: 'u', intent: 'look' as const, columns: null };
  const open = (more: object = {}) => run((ctx) => openNamedTable(ctx, kind, { ...sent, ...more }));
  expect((await open()).naming).toMatchObject({
    columns: { title: 1, team: 2, site: 3 },
    faults: ['No column is the number of the position; it is needed.'],
    samples: [['X1'], ['Lead'], ['Gate'], ['North']],
  });
  const named = await open({ columns: { external_id: 0, title: 1, team: 2 } });
  expect(named.table?.header).toEqual(['external_id', 'title', 'team', 'site (not read)']);
  expect((await open()).table?.header).toEqual(['external_id', 'title', 'team', 'site (not read)']);
  expect((await open({ intent: 'columns' })).naming).toMatchObject({
    columns: { external_id: 0 },
    faults: [],
  });
});

it('the form of an import of ratings names columns by their place, and says nothing of people', async () => {
  const read = (fields: Record<string, string>) =>
    readImportForm(new Request('http://cadre.test/', { method: 'POST', body: new URLSearchParams(fields) }));
  const named = {
    column_employee_external_id: '0',
    column_rater: '1',
    column_level: '',
    column_leadership: '4',
  };
  expect(await read({ intent: 'name_columns', ...named })).toEqual({
    intent: 'name_columns',
    columns: { employee_external_id: 0, rater: 1, leadership: 4 },
  });
  await expect(read({ intent: 'name_columns', column_rater: 'x' })).rejects.toThrow('could not be read');
});
