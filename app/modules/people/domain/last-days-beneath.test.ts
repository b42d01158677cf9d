import { describe, expect, it } from 'vitest';
import { lastDaysBeneath } from './last-days-beneath';

const place = (
  teamId: string,
  parentId: string | null,
  validFrom: string,
  validTo: string | null = null,
) => ({
  ...{ teamId, parentId, validFrom, validTo },
});
const lastDays = (places: readonly ReturnType<typeof place>[]) =>
  Object.fromEntries(lastDaysBeneath(places, ['root'], '2026-06-30'));

describe('the last days of teams beneath a root', () => {
  it('are today for those that stand there, at any depth, and not there for others', () => {
    expect(
      lastDays([
        ...[place('root', 'top', '2020-01-01'), place('top', null, '2020-01-01')],
        ...[place('a', 'root', '2020-01-01'), place('b', 'a', '2020-01-01'), place('c', 'top', '2020-01-01')],
      ]),
    ).toEqual({ root: '2026-06-30', a: '2026-06-30', b: '2026-06-30' });
  });

  it('end on the day on which a team or one above it moved away', () => {
    expect(
      lastDays([
        ...[place('a', 'root', '2020-01-01', '2026-03-01'), place('a', 'top', '2026-03-01')],
        place('b', 'a', '2020-01-01'),
      ]),
    ).toEqual({ root: '2026-06-30', a: '2026-03-01', b: '2026-03-01' });
  });

  it('are the latest of several ways, and of no way that was never whole on one day', () => {
    expect(
      lastDays([
        ...[place('a', 'root', '2020-01-01', '2025-01-01'), place('b', 'root', '2026-01-01')],
        ...[place('c', 'a', '2020-01-01', '2026-02-01'), place('c', 'b', '2026-02-01', '2026-04-01')],
        place('d', 'a', '2025-06-01'),
      ]),
    ).toEqual({ root: '2026-06-30', a: '2025-01-01', b: '2026-06-30', c: '2026-04-01' });
  });

  it('know nothing of places to come, and end where teams stood beneath one another in turn', () => {
    expect(
      lastDays([
        ...[place('a', 'root', '2026-07-01'), place('b', 'c', '2020-01-01'), place('c', 'b', '2020-01-01')],
        ...[place('c', 'root', '2019-01-01', '2020-01-01')],
      ]),
    ).toEqual({ root: '2026-06-30', c: '2020-01-01', b: '2020-01-01' });
  });
});
