import { expect, it } from 'vitest';
import { chosenMark } from './chosen-mark.server';

it('is the same for the same people in any order, another for others', () => {
  expect(chosenMark(['b', 'a'])).toBe(chosenMark(['a', 'b']));
  expect(chosenMark(['a', 'b'])).not.toBe(chosenMark(['a', 'c']));
  expect(chosenMark(['a'])).toMatch(/^1-[0-9a-f]{32}$/);
});
