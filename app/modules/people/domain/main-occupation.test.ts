import { expect, it } from 'vitest';
import { byShare, mainOccupation } from './main-occupation';

const held = (soc: string, share: number) => ({ soc, share });

it('stands first among the occupations of a person: the largest share, ties to the lower code', () => {
  const occupations = [held('33-9032.00', 30), held('11-3013.01', 10), held('33-1091.00', 60)];
  expect(byShare(occupations).map(({ share }) => share)).toEqual([60, 30, 10]);
  expect(byShare(occupations)[0]).toEqual(mainOccupation(occupations));
  const even = [held('33-9032.00', 50), held('11-3013.01', 50)];
  expect(byShare(even).map(({ soc }) => soc)).toEqual(['11-3013.01', '33-9032.00']);
  expect(byShare(even)[0]).toEqual(mainOccupation(even));
});
