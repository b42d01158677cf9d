import { describe, expect, it } from 'vitest';
import { bulkSettings } from './bulk-targets';
import { defaultTargets } from './target-profile-view';

const byDefault = defaultTargets(3, ['durable']);
const profile = { soc: '33-9032.00', roleBand: 3, byDefault } as const;
const LEADERSHIP = { level: 2, weight: 1, critical: false } as const;
const named = (settings: ReturnType<typeof bulkSettings>) =>
  Object.fromEntries(settings.flatMap(({ dimension, facts }) => (facts ? [[dimension, facts]] : [])));

describe('bulkSettings', () => {
  it('changes only what is said, in the dimensions said', () => {
    const written = { leadership: LEADERSHIP, mastery: LEADERSHIP };
    const settings = bulkSettings([{ ...profile, written }], { dimensions: ['leadership'], critical: true });
    expect(named(settings)).toEqual({ leadership: { ...LEADERSHIP, critical: true }, mastery: LEADERSHIP });
  });

  it('asks nothing of a dimension that is not asked, unless a level is said', () => {
    const written = { leadership: LEADERSHIP };
    const weight = bulkSettings([{ ...profile, written }], { dimensions: ['mastery'], weight: 3 });
    expect(named(weight)).toEqual(written);
    const level = bulkSettings([{ ...profile, written }], { dimensions: ['mastery'], level: 4, weight: 3 });
    expect(named(level)).toEqual({ ...written, mastery: { level: 4, weight: 3, critical: false } });
  });

  it('takes a dimension out', () => {
    const written = { leadership: LEADERSHIP, mastery: LEADERSHIP };
    const settings = bulkSettings([{ ...profile, written }], { dimensions: ['mastery'], level: null });
    expect(named(settings)).toEqual({ leadership: LEADERSHIP });
    expect(settings).toContainEqual({ soc: '33-9032.00', roleBand: 3, dimension: 'mastery', facts: null });
  });

  it('writes a default profile beginning with its defaults, and leaves it where nothing changes', () => {
    const settings = bulkSettings([{ ...profile, written: null }], { dimensions: ['leadership'], level: 4 });
    expect(named(settings)).toEqual({ ...byDefault, leadership: { level: 4, weight: 1, critical: false } });
    const same = bulkSettings([{ ...profile, written: null }], { dimensions: ['leadership'], weight: 1 });
    expect(named(same)).toEqual({});
  });
});
