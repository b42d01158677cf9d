import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { erasePerson } from '~/modules/capability/commands/erase-person';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { addPosition, changePosition } from '~/modules/people/commands/change-position';
import { writePositionPool } from '~/modules/people/commands/write-position-pool';
import {
  type WrittenDimension,
  writePositionProfile,
} from '~/modules/people/commands/write-position-profile';
import { writeProfileResource } from '~/modules/people/commands/write-profile-resource';
import { listPositionProfiles } from '~/modules/people/data/position-profiles';
import { getPersonHistory } from '~/modules/people/queries/get-person-history';
import { getPosition } from '~/modules/people/queries/get-position';

import { idIn, listed, positionScene, TODAY } from './position-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
const scene = () => positionScene(db);

const asked = (dimension: string, level: 0 | 1 | 2 | 3 | 4, reason: string | null): WrittenDimension => ({
  dimension,
  level,
  weight: 2,
  critical: true,
  said: { reason, reasonSource: null },
});

describe('who holds a post', () => {
  it('is kept with its days, one post at a time, and a closed post is held by nobody', async () => {
    const { run, viewer, people, positions } = await scene();
    const given = { today: TODAY };
    const [p1, p2] = [idIn(positions, 'P1'), idIn(positions, 'P2')];
    const [ada, ben] = [idIn(people, 'E1'), idIn(people, 'E2')];
    await expect(run((ctx) => changePosition(ctx, p2, { incumbentId: ada }, given))).rejects.toMatchObject({
      kind: 'invalid-input',
    });
    await run((ctx) => changePosition(ctx, p1, { incumbentId: ben, from: '2027-01-01' }, given));
    await run((ctx) => changePosition(ctx, p2, { incumbentId: ada, from: '2027-01-01' }, given));
    const history = async (positionId: string) => {
      const question = {
        viewer: viewer('hr_partner'),
        reach: 'all',
        asOf: TODAY,
        withCandidates: true,
      } as const;
      const position = await run((ctx) => getPosition(ctx, { ...question, positionId }));
      return position.history?.map(({ name, from, until }) => [name, from, until]);
    };
    expect(await history(p1)).toEqual([
      ['Ben Olt', '2027-01-01', null],
      ['Ada Reed', TODAY, '2027-01-01'],
    ]);
    await run((ctx) => changePosition(ctx, p1, { closedOn: '2026-12-01' }, given));
    expect(await history(p1)).toEqual([['Ada Reed', TODAY, '2026-12-01']]);
    await expect(
      run((ctx) => changePosition(ctx, p1, { incumbentId: ben, from: '2026-12-02' }, given)),
    ).rejects.toMatchObject({ kind: 'invalid-input' });
  });

  it('becomes nobody without a trace when the person is erased, and the own record names the posts', async () => {
    const { run, viewer, people, positions } = await scene();
    const ada = idIn(people, 'E1');
    await run((ctx) =>
      writePositionPool(ctx, {
        positionId: idIn(positions, 'P3'),
        filters: { bands: [2], occupations: [], teamIds: [], siteIds: [] },
        candidates: [{ employeeId: ada, move: 'sideways' }],
        today: TODAY,
      }),
    );
    expect(await run((ctx) => getPersonHistory(ctx, ada))).toMatchObject({
      positions: [{ title: 'Site lead', from: TODAY, until: null }],
      horizons: [{ position: 'Site lead', horizon: '1_to_3', source: 'told' }],
      enteredForPositions: [{ position: 'South post', move: 'sideways' }],
    });
    await run((ctx) => erasePerson(ctx, { employeeId: ada, userId: null }, crypto.randomUUID()));
    const question = {
      viewer: viewer('hr_partner'),
      reach: 'all',
      asOf: TODAY,
      withCandidates: true,
    } as const;
    for (const name of ['P1', 'P3']) {
      const position = await run((ctx) =>
        getPosition(ctx, { ...question, positionId: idIn(positions, name) }),
      );
      expect(JSON.stringify(position)).not.toContain(ada);
    }
    const after = await run((ctx) => listed(ctx, viewer('hr_partner')));
    expect(after.find(({ externalId }) => externalId === 'P1')?.incumbent).toBeNull();
  });
});

describe("a post's own profile", () => {
  it('replaces the targets of whoever holds it, incrementally as rebuilt, also when its day comes', async () => {
    const { run, people, positions } = await scene();
    const [p1, ada] = [idIn(positions, 'P1'), idIn(people, 'E1')];
    const drain = async (now?: Date) => {
      for (let left = 1; left > 0; ) ({ remaining: left } = await run(refreshCapability, now));
    };
    const targets = async (employeeId: string) => {
      const rows = await run((ctx) =>
        ctx.tx
          .selectFrom('profiles')
          .select(['dimension', 'target', 'defaultTarget'])
          .where('employeeId', '=', employeeId)
          .where('target', 'is not', null)
          .orderBy('dimension')
          .execute(),
      );
      return rows.map(({ dimension, target }) => `${dimension} ${target}`);
    };
    await drain();
    expect(await targets(ada)).toEqual(['leadership 2']);
    await run((ctx) =>
      writePositionProfile(ctx, {
        positionId: p1,
        dimensions: [asked('character', 3, 'Holds the keys')],
        today: TODAY,
      }),
    );
    await drain();
    expect(await targets(ada)).toEqual(['character 3']);
    const level = (four: 4 | 2) => [asked('character', four, 'Holds the keys')];
    await run((ctx) =>
      writePositionProfile(ctx, { positionId: p1, dimensions: level(4), from: '2026-12-01', today: TODAY }),
    );
    await drain();
    expect(await targets(ada)).toEqual(['character 3']);
    const later = new Date('2026-12-02T12:00:00Z');
    await drain(later);
    expect(await targets(ada)).toEqual(['character 4']);
    await run(markEverythingChanged, later);
    await drain(later);
    expect(await targets(ada)).toEqual(['character 4']);
    await run(
      (ctx) => changePosition(ctx, p1, { incumbentId: null, from: '2026-12-02' }, { today: '2026-12-02' }),
      later,
    );
    await drain(later);
    expect(await targets(ada)).toEqual(['leadership 2']);
  });

  it('keeps who said a reason and when, and says what is missing for bands', async () => {
    const { run, viewer, positions, teams } = await scene();
    const p1 = idIn(positions, 'P1');
    const read = () =>
      run((ctx) =>
        getPosition(ctx, {
          viewer: viewer('owner'),
          reach: 'all',
          asOf: TODAY,
          withCandidates: false,
          positionId: p1,
        }),
      );
    expect((await read()).missing).toEqual({ kind: 'no requirement written' });
    const dimensions = [asked('character', 3, 'Holds the keys'), asked('leadership', 2, null)];
    await run((ctx) => writePositionProfile(ctx, { positionId: p1, dimensions, today: TODAY, revision: 1 }));
    const written = await read();
    expect(written.missing).toEqual({ kind: 'without reason', dimensions: ['leadership'], all: false });
    expect(written.profile.find(({ dimension }) => dimension === 'character')).toMatchObject({
      reason: 'Holds the keys',
      saidBy: '00000000-0000-4000-8000-000000000001',
      saidOn: TODAY,
    });
    await expect(
      run((ctx) => writePositionProfile(ctx, { positionId: p1, dimensions, today: TODAY, revision: 1 })),
    ).rejects.toMatchObject({ kind: 'conflict' });
    const next = await run((ctx) =>
      addPosition(ctx, { title: 'Fourth', teamId: idIn(teams, 'North') }, { today: TODAY }),
    );
    expect(next).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("a post's own profile as a program writes it", () => {
  /** A post with `character` for which a reason was given today, and another from December on. */
  async function reasoned() {
    const { run, positions } = await scene();
    const positionId = idIn(positions, 'P1');
    const form = (reason: string | null, from: string) =>
      run((ctx) =>
        writePositionProfile(ctx, {
          ...{ positionId, from, today: TODAY },
          dimensions: [asked('character', 3, reason)],
        }),
      );
    await form(null, '2026-01-01');
    await form('Holds the keys', TODAY);
    await form('Holds the seal', '2026-12-01');
    const put = (level: 1 | 2, more: object = {}, from?: string) =>
      run((ctx) =>
        writeProfileResource(ctx, {
          ...{ positionId, today: TODAY },
          body: {
            dimensions: [{ dimension: 'character', level, weight: 1, critical: false, ...more }],
            ...(from === undefined ? {} : { from }),
          },
        }),
      );
    const periods = async () => {
      const rows = await run((ctx) => listPositionProfiles(ctx, [positionId]));
      return rows.map(({ validFrom, level, reason }) => [validFrom, level, reason]);
    };
    const audited = () =>
      run(({ tx }) => tx.selectFrom('auditEntries').select('action').execute()).then(({ length }) => length);
    return { put, periods, audited };
  }

  it('keeps each reason on the days for which it was given, planned ones and those after a past day', async () => {
    const { put, periods, audited } = await reasoned();
    await put(2);
    expect(await periods()).toEqual([
      ['2026-01-01', 3, null],
      [TODAY, 2, 'Holds the keys'],
      ['2026-12-01', 2, 'Holds the seal'],
    ]);
    await put(1, {}, '2026-06-01');
    expect(await periods()).toEqual([
      ['2026-01-01', 3, null],
      ['2026-06-01', 1, null],
      [TODAY, 1, 'Holds the keys'],
      ['2026-12-01', 1, 'Holds the seal'],
    ]);
    const before = await audited();
    await put(1, {}, '2026-06-01');
    expect(await audited()).toBe(before);
  });

  it('warns where the post had no profile of its own on the day', async () => {
    const { put } = await reasoned();
    expect(await put(2)).toEqual([]);
    expect(await put(2, {}, '2025-06-01')).toEqual([
      { pointer: '/dimensions', detail: expect.stringContaining('no profile of its own') },
    ]);
  });

  it('takes a reason back as it stands, and refuses another one where it stands', async () => {
    const { put, periods } = await reasoned();
    const refused = (more: object, name: string) =>
      expect(put(2, more)).rejects.toMatchObject({
        kind: 'invalid-input',
        errors: [{ pointer: `/dimensions/0/${name}` }],
      });
    await refused({ reason: 'Another one' }, 'reason');
    await refused({ reason: null }, 'reason');
    await refused({ saidOn: '2020-01-01' }, 'saidOn');
    await put(2, { reason: 'Holds the keys', reasonSource: null, saidOn: TODAY });
    expect((await periods()).at(-1)).toEqual(['2026-12-01', 2, 'Holds the seal']);
  });
});
