import { describe, expect, it } from 'vitest';
import { METHOD_FIELDS } from './method-fields';
import { settingInWords } from './setting-words';

const words = (field: string, before: unknown, after: unknown) => {
  const said = settingInWords({ field, before, after });
  return said && [said.field, said.before, said.after];
};

describe('settingInWords', () => {
  it('shows the default where nothing was set, in the unit of the form', () => {
    expect(words('trust.manager', null, 750)).toEqual(["Trust in a manager's rating", '0.8', '0.75']);
    expect(words('trust.manager', 750, null)).toEqual(["Trust in a manager's rating", '0.75', '0.8']);
    expect(words('halfLifeMonths', null, 12)).toEqual(['Half-life of evidence', '18 months', '12 months']);
    expect(words('fitMinimumWeight', null, 0.7)).toEqual(['Weight assessed for a fit', '60 %', '70 %']);
  });

  it.each(METHOD_FIELDS)('knows $name by its label', ({ name, label, most, write }) => {
    const [outer = '', inner] = name.split('.');
    const stored = write(most) as Readonly<Record<string, Record<string, number>>>;
    const value = inner === undefined ? stored[outer] : stored[outer]?.[inner];
    const before = name === 'trust.calibrated' ? 500 : null;
    expect(words(name, before, value)?.[0]).toBe(label);
  });

  it('says how long is kept, the smallest group, the zone and the instruments as the page does', () => {
    expect(words('retentionMonths', 36, 48)).toEqual(['Released figures are kept', '36 months', '48 months']);
    expect(words('ratingRetentionMonths', null, 60)?.slice(1)).toEqual([
      'until the person is erased',
      '60 months',
    ]);
    expect(words('suppressionK', 5, 8)).toEqual(['Smallest group shown', '5 people', '8 people']);
    expect(words('timeZone', 'UTC', 'Europe/Amsterdam')?.[2]).toBe('Europe/Amsterdam');
    expect(words('instruments', 'mastery', 'ai_use, mastery')?.[2]).toBe('AI use, mastery');
    expect(words('instruments', '["mastery"]', '[]')?.[1]).toBe('mastery');
  });

  it('leaves what the page does not have, and what no setting can hold', () => {
    expect(words('slug', 'acme', 'acme-tools')).toBeNull();
    expect(words('trust.manager', null, 9000)).toBeNull();
    expect(words('minimumPeers', null, 4)).toBeNull();
  });
});
