import { describe, expect, it } from 'vitest';
import { isReviewOverdue, lastReviewDay } from './review-date';

describe('the review date of a standard', () => {
  it.each([
    ['2020', '2020-12-31'],
    ['Mar 2019', '2019-03-31'],
    ['March 2019', '2019-03-31'],
    ['February 2024', '2024-02-29'],
    ['31 Mar 2022', '2022-03-31'],
    ['1st April 2022', '2022-04-01'],
    ['01/04/2022', '2022-04-01'],
    ['04/2022', '2022-04-30'],
    ['2022-04', '2022-04-30'],
    [' 2022-04-07 ', '2022-04-07'],
  ])('%j lasts until %s', (text, day) => {
    expect(lastReviewDay(text)).toBe(day);
  });

  it.each(['', 'soon', '13/2022', '31 Feb 2022', '30/02/2022', 'Foo 2022', '20'])(
    '%j is not understood',
    (text) => {
      expect(lastReviewDay(text)).toBeNull();
    },
  );

  it('is overdue from the day after, and never where it is not known', () => {
    expect(isReviewOverdue('2020-12-31', '2020-12-31')).toBe(false);
    expect(isReviewOverdue('2020-12-31', '2021-01-01')).toBe(true);
    expect(isReviewOverdue(null, '2099-01-01')).toBe(false);
  });
});
