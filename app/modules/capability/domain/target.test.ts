import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import { DEFAULT_CONSTANTS } from './constants';
import { mainOccupation, personTargets, type TargetRules, targetOf, type WrittenProfile } from './target';

const GUARD = '33-9032.00';
const CHIEF = '11-3013.01';
const PROFILES: Record<string, WrittenProfile> = {
  [`${GUARD} 2`]: {
    leadership: { level: 2, weight: 3, critical: true },
    creativity: { level: 4, weight: 0, critical: false },
    ai_use: { level: 3, weight: 1, critical: false },
  },
  [`${CHIEF} 3`]: { leadership: { level: 4, weight: 1, critical: false } },
};
const rules: TargetRules = {
  written: (soc, band) => PROFILES[`${soc} ${band}`],
  assessed: INSTRUMENTS,
  constants: DEFAULT_CONSTANTS,
};
const guard = { soc: GUARD, roleBand: 2, share: 60 } as const;
const chief = { soc: CHIEF, roleBand: 3, share: 40 } as const;

describe('target', () => {
  it('is the written profile, and nothing that it does not state', () => {
    const targets = personTargets([guard], rules);
    expect(targets.leadership).toEqual({
      level: 2,
      weight: 3,
      critical: true,
      criticalLevel: 2,
      isDefault: false,
    });
    expect(targets.communication).toBeNull();
    expect(targets.creativity).toBeNull();
  });

  it('is the band ordinal where none is written, in the instruments assessed', () => {
    const own = { ...rules, assessed: ['durable', 'mastery'] as const };
    const targets = personTargets([{ soc: GUARD, roleBand: 4, share: 100 }], own);
    expect(targets.leadership).toEqual({
      level: 4,
      weight: 1,
      critical: false,
      criticalLevel: null,
      isDefault: true,
    });
    expect(targets.mastery?.level).toBe(4);
    expect(targets.ai_use).toBeNull();
  });

  it('is missing without a confirmed occupation', () => {
    expect(Object.values(personTargets([], rules)).every((target) => target === null)).toBe(true);
  });

  it('takes the highest level, highest weight and any critical mark of several occupations', () => {
    const expected = { level: 4, weight: 3, critical: true, criticalLevel: 2, isDefault: false };
    expect(personTargets([guard, chief], rules).leadership).toEqual(expected);
    expect(personTargets([chief, guard], rules).leadership).toEqual(expected);
  });

  it('calls a level default when only the band asks for it', () => {
    const lead = { soc: '43-4051.00', roleBand: 4, share: 40 } as const;
    const merged = personTargets([guard, lead], rules).leadership;
    expect(merged).toEqual({ level: 4, weight: 3, critical: true, criticalLevel: 2, isDefault: true });
    const entry = { ...lead, roleBand: 2 } as const;
    expect(personTargets([guard, entry], rules).leadership?.isDefault).toBe(false);
  });

  it('takes nothing from shares under 20 per cent', () => {
    const small = { ...chief, share: 19 };
    expect(personTargets([guard, small], rules).leadership?.level).toBe(2);
    expect(personTargets([guard, { ...small, share: 20 }], rules).leadership?.level).toBe(4);
  });

  it('asks mastery and AI use per occupation', () => {
    expect(personTargets([guard, chief], rules).ai_use?.level).toBe(3);
    const under = (soc: string) => targetOf('ai_use', { occupations: [guard, chief], soc }, rules);
    expect(under(GUARD)?.level).toBe(3);
    expect(under(CHIEF)).toBeNull();
  });

  it('gives way to the own profile of a position', () => {
    const position = { mindfulness: { level: 1, weight: 2, critical: false } } as const;
    const targets = personTargets([guard], { ...rules, position });
    expect(targets.mindfulness?.level).toBe(1);
    expect(targets.leadership).toBeNull();
  });
});

describe('main occupation', () => {
  it('has the largest share, ties the lower code', () => {
    expect(mainOccupation([chief, guard])?.soc).toBe(GUARD);
    expect(
      mainOccupation([
        { ...guard, share: 50 },
        { ...chief, share: 50 },
      ])?.soc,
    ).toBe(CHIEF);
    expect(mainOccupation([])).toBeUndefined();
  });
});
