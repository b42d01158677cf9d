import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import type { Reach } from '~/modules/organizations/domain/permissions';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { listPeopleRange, type PeopleRange } from '~/modules/people/data/people-list';
import { EMPLOYEE_HEADER } from '~/modules/people/domain/employee-line';
import { writePeopleCursor } from '~/modules/people/domain/people-cursor';
import { EVERYBODY_PRESENT, type PeopleFilter, type PeopleSort } from '~/modules/people/domain/people-filter';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listColleagues } from '~/modules/people/queries/list-colleagues';
import { listEmployeeLines } from '~/modules/people/queries/list-employee-lines';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { listPeople, type PeoplePage } from '~/modules/people/queries/list-people';
import { listPeopleIds } from '~/modules/people/queries/list-people-ids';
import { listPeopleOfTitles } from '~/modules/people/queries/list-people-of-titles';
import { readEmployeeResource } from '~/modules/people/queries/read-employee-resource';
import { selectPeople } from '~/modules/people/queries/select-people';
import { NotFound } from '~/shared/errors';
import { csvLine } from '~/shared/write-csv';
import { FILE } from './people-list-file';

const db = await openTestDatabase();
const { organizationId } = await db.newOrganization();
const NOW = new Date('2026-05-04T10:00:00Z');
const TODAY = '2026-05-04';

const ids = new Map<string, string>();
const teams = new Map<string, string>();
const inside = <T>(work: Parameters<typeof db.tenant<T>>[1]) => db.tenant(organizationId, work, NOW);

beforeAll(async () => {
  await inside((ctx) =>
    importEmployees(ctx, { file: 'people.csv', text: FILE, today: TODAY, importedBy: 'test' }),
  );
  await inside(async (ctx) => {
    const known = await listIdsByExternalId(ctx, ['E1', 'E2', 'E4', 'E5', 'E7', 'E8']);
    for (const [name, id] of known) ids.set(name, id);
    for (const { teamId, path } of await getTeamTree(ctx, TODAY)) teams.set(path, teamId);
  });
});

interface Asked {
  readonly filter?: Partial<PeopleFilter>;
  readonly reach?: Reach;
  readonly self?: string;
  readonly teamScope?: readonly string[];
  readonly asOf?: string;
  readonly sort?: PeopleSort;
  readonly cursor?: string | null;
  readonly limit?: number;
}

const idOf = (name: string) => ids.get(name) ?? '';
const readerOf = ({ reach = 'all', self, teamScope = [] }: Asked) => ({
  reach,
  viewer: { employeeId: self ? idOf(self) : null, teamScope: teamScope.map((path) => teams.get(path) ?? '') },
});
const list = (asked: Asked = {}) =>
  inside((ctx) =>
    listPeople(ctx, {
      ...readerOf(asked),
      filter: { ...EVERYBODY_PRESENT, ...asked.filter },
      asOf: asked.asOf ?? null,
      sort: asked.sort ?? 'name',
      cursor: asked.cursor ?? null,
      limit: asked.limit ?? 100,
      counted: true,
    }),
  );
const names = async (asked: Asked) => (await list(asked)).rows.map((one) => one.name);
const found = (query: string, asked: Asked = {}) => names({ ...asked, filter: { query } });

describe('search', () => {
  it.each([
    ['100%', ['100% Real_Name']],
    ['%', ['100% Real_Name']],
    ['real_n', ['100% Real_Name']],
    ['realxname', []],
    ['\\', []],
    ['"q" o\'neil', ['Cy "Q" O\'Neil']],
    ['🦊', ['Dana 🦊 Fox']],
    ['כהן שרה', ['שרה כהן']],
    ['onder', ['Ben Önder']],
    ['ÖNDER', ['Ben Önder']],
    ['head ana', ['Ana Lead']],
    ['real_name@example', ['100% Real_Name']],
    ['e5', ['Dana 🦊 Fox']],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });
});

describe('filters', () => {
  it.each<[string, Partial<PeopleFilter>, number]>([
    ['present', {}, 18],
    ['left', { status: 'left' }, 1],
    ['planned', { status: 'planned' }, 1],
    ['known', { status: 'known' }, 19],
    ['all', { status: 'all' }, 20],
    ['on leave', { status: 'leave' }, 1],
    ['agency', { kind: 'agency' }, 1],
    ['occupation', { occupation: '33-9032.00' }, 2],
    ['band', { band: 1 }, 1],
    ['occupation in a band', { occupation: '33-9032.00', band: 2 }, 1],
    ['without an occupation', { unmapped: true }, 15],
    ['nobody has this team', { team: '00000000-0000-0000-0000-000000000000' }, 0],
  ])('%s', async (_, filter, count) => {
    const page = await list({ filter });
    expect([page.rows.length, page.total]).toEqual([count, count]);
    const all = await inside((ctx) =>
      listPeopleIds(ctx, { ...readerOf({}), filter: { ...EVERYBODY_PRESENT, ...filter }, asOf: null }),
    );
    expect(new Set(all)).toEqual(new Set(page.rows.map(({ employeeId }) => employeeId)));
  });

  it('a team with all beneath', async () => {
    const filter = { team: teams.get('North') ?? '' };
    expect(await names({ filter })).toEqual(['100% Real_Name', 'Ana Lead', 'Ben Önder', 'Cy "Q" O\'Neil']);
  });

  it('of another day: who was there then, as then', async () => {
    expect(await found('gone', { asOf: '2025-06-01' })).toEqual(['Gone Before']);
    expect(await found('later', { asOf: '2026-10-01' })).toEqual(['Later Comer']);
    expect(await found('later')).toEqual([]);
    expect((await list({ asOf: '2019-12-31' })).total).toBe(0);
  });
});

describe('pages', () => {
  it.each<PeopleSort>(['name', 'team', 'title'])(
    'by %s: nobody lost, nobody twice, and back again',
    async (sort) => {
      const whole = (await list({ sort })).rows.map(({ employeeId }) => employeeId);
      const pages: string[][] = [];
      let cursor: string | null = null;
      let last: string | null = null;
      do {
        const page: PeoplePage = await list({ sort, cursor, limit: 5 });
        expect(page.index).toBe(pages.flat().length);
        expect(page.total).toBe(18);
        pages.push(page.rows.map(({ employeeId }) => employeeId));
        cursor = page.next;
        last = page.previous;
      } while (cursor);
      expect(pages.flat()).toEqual(whole);
      const back: string[][] = [];
      while (last) {
        const page: PeoplePage = await list({ sort, cursor: last, limit: 5 });
        back.unshift(page.rows.map(({ employeeId }) => employeeId));
        last = page.previous;
      }
      expect(back).toEqual(pages.slice(0, -1));
    },
  );

  it('pages within teams and titles that hold more than a page', async () => {
    for (const sort of ['team', 'title'] as const) {
      const whole = (await list({ sort })).rows.map(({ employeeId }) => employeeId);
      const first = await list({ sort, limit: 2 });
      const second = await list({ sort, limit: 3, cursor: first.next });
      const third = await list({ sort, limit: 13, cursor: second.next });
      const rows = [first, second, third].flatMap((page) => page.rows);
      expect(rows.map(({ employeeId }) => employeeId)).toEqual(whole);
      expect(third.next).toBeNull();
    }
  });

  it.each<[string, Partial<PeopleRange>, Partial<PeopleFilter>, number]>([
    ['by team', { sort: 'team' }, {}, 18],
    ['by title', { sort: 'title' }, {}, 18],
    ['searched', {}, { query: 'same guard' }, 12],
    ['searched in vain', {}, { query: 'nobody' }, 0],
  ])('%s: finding the rows counts them', async (_, range, filter, total) => {
    const found = await inside(async (ctx) =>
      listPeopleRange(
        ctx,
        await selectPeople(ctx, {
          ...readerOf({}),
          filter: { ...EVERYBODY_PRESENT, ...filter },
          asOf: null,
        }),
        { sort: 'name', teamKeys: new Map(), beside: null, offset: 0, limit: 2, ...range },
      ),
    );
    expect([found.rows.length, found.total]).toEqual([Math.min(2, total), total]);
  });

  it('colleagues of a team: those at work, as many as asked for', async () => {
    const question = { teamId: teams.get('North') ?? '', asOf: TODAY };
    const of = (limit: number) => inside((ctx) => listColleagues(ctx, { ...question, limit }));
    expect((await of(10)).map(({ number }) => number)).toEqual(['E3', 'E1', 'E2']);
    expect(await of(1)).toEqual([{ number: 'E3', name: '100% Real_Name', title: 'Guard' }]);
  });

  it('holders of a title: no more than asked for', async () => {
    const question = { day: TODAY, teamIds: null, titles: ['Guard'] };
    const of = async (limit?: number) =>
      (await inside((ctx) => listPeopleOfTitles(ctx, { ...question, limit: limit ?? null }))).length;
    expect([await of(3), await of()]).toEqual([3, 17]);
  });

  it('a place by its index, and one beyond the end', async () => {
    const at = (index: number) =>
      writePeopleCursor({ direction: 'at', sort: 'name', index, total: 18, keys: [] });
    const whole = (await list()).rows;
    expect((await list({ cursor: at(7), limit: 3 })).rows).toEqual(whole.slice(7, 10));
    expect(await list({ cursor: at(40) })).toMatchObject({ rows: [], next: null });
  });

  it.each(['x', '!!', 'WyJhZnRlciJd', `${'A'.repeat(3_000)}`])(
    'what is no cursor is the first page: %s',
    async (cursor) => {
      expect((await list({ cursor })).index).toBe(0);
    },
  );
});

describe('reach', () => {
  it('a director meets the subtree of the scope, in full', async () => {
    const page = await list({ reach: 'subtree', teamScope: ['North'], filter: { status: 'all' } });
    expect(page.rows.map(({ name }) => name)).toEqual([
      '100% Real_Name',
      'Ana Lead',
      'Ben Önder',
      'Cy "Q" O\'Neil',
      'Gone Before',
    ]);
    expect(page.detailed).toBe(true);
  });

  it('an employee meets the own team and reports who are present, without what is nobody else’s business', async () => {
    const page = await list({ reach: 'team', self: 'E2', filter: { status: 'all' } });
    expect(page.rows.map(({ name }) => name)).toEqual(['100% Real_Name', 'Ana Lead', 'Ben Önder']);
    expect(page.rows.map(({ details }) => details)).toEqual([null, null, null]);
    expect(await names({ reach: 'team', self: 'E2', filter: { kind: 'agency' } })).toHaveLength(3);
    expect(await found('example.test', { reach: 'team', self: 'E2' })).toEqual([]);
    expect(await found('e3', { reach: 'team', self: 'E2' })).toEqual([]);
  });

  it('of no day to come, and nobody without a record or after leaving', async () => {
    expect((await list({ reach: 'team', self: 'E2', asOf: '2030-01-01' })).day).toBe(TODAY);
    expect((await list({ reach: 'team' })).total).toBe(0);
    expect(await names({ reach: 'team', self: 'E7' })).toEqual([]);
    expect(await names({ reach: 'team', self: 'E7', asOf: '2025-01-01' })).toContain('Gone Before');
  });

  it('a person of the API: those whom the list has', async () => {
    const read = (named: string, asked: Asked = {}) =>
      inside((ctx) => readEmployeeResource(ctx, readerOf(asked), { named, asOf: asked.asOf ?? null }));
    expect(await read('externalId:E6')).toMatchObject({
      name: 'שרה כהן',
      occupations: [
        { soc: '33-1091.00', roleBand: 1, share: 40 },
        { soc: '33-9032.00', roleBand: 1, share: 60 },
      ],
    });
    expect(await read(idOf('E8'))).toMatchObject({ startedOn: '2026-09-01', status: 'active' });
    const north: Asked = { reach: 'subtree', teamScope: ['North'] };
    expect((await read(idOf('E4'), north)).available).toBe(false);
    await expect(read(idOf('E5'), north)).rejects.toThrow(NotFound);
    await expect(read(idOf('E8'), { asOf: TODAY })).rejects.toThrow(NotFound);
    await expect(read(idOf('E2'), { reach: 'team', self: 'E2' })).rejects.toThrow(NotFound);
  });
});

describe('export', () => {
  it.each<PeopleFilter['status']>(['present', 'all'])(
    'what it wrote (%s) is read again without a change',
    async (status) => {
      const question = { ...readerOf({}), filter: { ...EVERYBODY_PRESENT, status }, asOf: null };
      const { lines, next } = await inside((ctx) => listEmployeeLines(ctx, question, null));
      expect(next).toBeNull();
      const text = [EMPLOYEE_HEADER, ...lines].map((line) => csvLine(line)).join('\r\n');
      const again = await inside((ctx) =>
        importEmployees(ctx, { file: 'people.csv', text, today: TODAY, importedBy: 'other' }),
      );
      expect(again).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: lines.length,
        warnings: expect.anything(),
      });
      expect(lines.length).toBe(status === 'all' ? 20 : 18);
    },
  );
});
