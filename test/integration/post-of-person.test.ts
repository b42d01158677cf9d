import { expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { changePosition } from '~/modules/people/commands/change-position';
import { writePositionProfile } from '~/modules/people/commands/write-position-profile';
import { getPersonHeader } from '~/modules/people/queries/get-person-header';
import { idIn, positionScene, TODAY } from './position-scene';

const db = await openTestDatabase();

it('the head of a person names the post held on the day, and whether its profile sets the targets', async () => {
  const { run, people, positions } = await positionScene(db);
  const [ada, post] = [idIn(people, 'E1'), idIn(positions, 'P1')];
  const postOf = (asOf: string) =>
    run(async (ctx) => (await getPersonHeader(ctx, ada, { asOf, withPlanned: false })).post);
  const held = { positionId: post, title: 'Site lead' };
  expect(await postOf(TODAY)).toEqual({ ...held, setsTargets: false });
  await run((ctx) =>
    writePositionProfile(ctx, {
      ...{ positionId: post, from: '2026-12-01', today: TODAY },
      dimensions: [
        {
          ...{ dimension: 'leadership', level: 3, weight: 2, critical: true },
          said: { reason: 'Leads the site.', reasonSource: null },
        },
      ],
    }),
  );
  await run((ctx) => changePosition(ctx, post, { incumbentId: null, from: '2027-01-01' }, { today: TODAY }));
  expect(await postOf(TODAY)).toEqual({ ...held, setsTargets: false });
  expect(await postOf('2026-12-01')).toEqual({ ...held, setsTargets: true });
  expect(await postOf('2027-01-01')).toBeNull();
  expect(await postOf('2026-11-19')).toBeNull();
});
