import { describe, expect, it } from 'vitest';
import { InvalidInput } from '~/shared/errors';
import { DEFAULT_CONSTANTS } from './constants';
import { mergeConstants } from './constants-overrides';
import { METHOD_FIELDS, methodTexts, readMethodTexts } from './method-fields';
import { settingDifferences } from './setting-difference';

const DEFAULTS = methodTexts(DEFAULT_CONSTANTS);
const K = DEFAULT_CONSTANTS.suppressionK;

describe('METHOD_FIELDS', () => {
  it.each(METHOD_FIELDS)('$name takes its whole range, and what is read is what was written', (field) => {
    for (const entered of [field.least, field.most]) {
      const overrides = readMethodTexts({ ...DEFAULTS, [field.name]: String(entered) }, {});
      const constants = mergeConstants(overrides, K);
      expect(field.read(constants)).toBe(entered);
      expect(methodTexts(constants)).toEqual({ ...DEFAULTS, [field.name]: String(entered) });
    }
  });

  it.each(METHOD_FIELDS)('$name refuses what lies outside, between the steps, or is no number', (field) => {
    const wrong = [field.least - field.step, field.most + field.step, field.least + field.step / 3];
    for (const entered of [...wrong.map(String), '', 'x', '1e3', '-1', '0x10', 'NaN', '1'.repeat(40)]) {
      const error = catchError(() => readMethodTexts({ ...DEFAULTS, [field.name]: entered }, {}));
      expect(error, entered).toBeInstanceOf(InvalidInput);
      expect((error as InvalidInput).errors.map(({ pointer }) => pointer)).toEqual([field.name]);
    }
  });

  it('keeps overrides that no field is for, and none for what equals the default', () => {
    const before = { minimumPeers: 4, halfLifeMonths: 12, trust: { self: 300 } };
    expect(readMethodTexts(DEFAULTS, before)).toEqual({ minimumPeers: 4 });
    const both = { ...DEFAULTS, 'trust.self': '0.3', 'trust.peer': '0.5' };
    expect(readMethodTexts(both, before)).toEqual({ minimumPeers: 4, trust: { peer: 500, self: 300 } });
  });
});

describe('settingDifferences', () => {
  const held = {
    timeZone: 'UTC',
    constants: DEFAULT_CONSTANTS,
    instruments: ['mastery', 'durable'],
    retentionMonths: 36,
    ratingRetentionMonths: null,
  };

  it('says nothing where nothing differs, whatever the order of instruments', () => {
    expect(settingDifferences(held, { ...held, instruments: ['durable', 'mastery'] })).toEqual([]);
  });

  it('tells what follows: computed again, at once, or deleted', () => {
    const after = {
      ...held,
      constants: { ...DEFAULT_CONSTANTS, halfLifeMonths: 12, suppressionK: 8 },
      retentionMonths: 24,
      ratingRetentionMonths: 48,
    };
    const rows = settingDifferences(held, after);
    expect(rows.map(({ label, before, after: then }) => [label, before, then])).toEqual([
      ['Half-life of evidence', '18 months', '12 months'],
      ['Smallest group shown', '5 people', '8 people'],
      ['Released figures are kept', '36 months', '24 months'],
      ['Ratings that no longer count are kept', 'until the person is erased', '48 months'],
    ]);
    const effects = rows.map(({ effect }) => effect);
    expect(effects[0]).toMatch(/computed again/);
    expect(effects[1]).toMatch(/at once/);
    expect(effects.slice(2)).toEqual([
      expect.stringMatching(/deletes what is older/),
      expect.stringMatching(/deletes what is older/),
    ]);
    const longer = settingDifferences(after, held).filter(({ label }) => /kept/.test(label));
    expect(longer.map(({ effect }) => effect).every((effect) => /Nothing is deleted/.test(effect))).toBe(
      true,
    );
  });
});

function catchError(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}
