import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTitleIndex } from './build-title-index';
import { createTitleMatcher } from './match-title';
import type { TitleTraining } from './title-training';

const TITLES: readonly (readonly [string, string, ...string[]])[] = [
  [
    '11-3013.01',
    'Security Managers',
    'Physical Security Manager',
    'Corporate Security Manager',
    'Director of Site Safety',
  ],
  ['33-9032.00', 'Security Guards', 'Gate Guard', 'Night Watch Officer', 'Armed Guard'],
  ['15-1212.00', 'Information Security Analysts', 'Network Defence Analyst', 'Information Security Engineer'],
  ['51-4121.00', 'Welders', 'Pipe Welder', 'Arc Welder', 'Gas Welder', 'Spot Welder'],
  ['29-1141.00', 'Registered Nurses', 'Ward Nurse', 'Staff Nurse', 'Theatre Nurse', 'Human Resource Nurse'],
  ['13-1071.00', 'Human Resources Specialists', 'Human Resource Officer', 'Recruitment Partner'],
  ['25-9031.00', 'Curriculum Designers', 'Lesson Designer', 'School Principal Coach'],
];

const TRAINING: TitleTraining = {
  titles: TITLES.flatMap(([soc, own, ...others]) => [
    { soc, title: own, kind: 'official' as const },
    ...others.map((title) => ({ soc, title, kind: 'alternate' as const })),
  ]),
  tasks: [{ soc: '51-4121.00', text: 'Join steel plates by melting their edges.' }],
  descriptions: [{ soc: '33-9032.00', text: 'Watch over a gate and turn away who may not come in.' }],
};

const matcher = createTitleMatcher(buildTitleIndex(TRAINING));
const first = (title: string) => matcher.match(title).candidates[0];

describe('a title as people write it', () => {
  it.each([
    ['Security Manager, Physical', '11-3013.01'],
    ['Manager, Corporate Security', '11-3013.01'],
    ['Corp. Security Mgr', '11-3013.01'],
    ['corporate secuirty manager', '11-3013.01'],
    ['Pipe Weldre', '51-4121.00'],
    ['Sr. Information Security Engr II - EMEA', '15-1212.00'],
    ['Gate Guard (Nights)', '33-9032.00'],
    ['Theatre Nurse, Grade 7', '29-1141.00'],
    ['HR Officer', '13-1071.00'],
    ['ＰＩＰＥ  welder', '51-4121.00'],
    ['Head of Corporate Security', '11-3013.01'],
  ])('%s', (title, soc) => {
    expect(first(title)?.soc).toBe(soc);
  });

  it('has no candidates where none of it is like a listed word', () => {
    expect(matcher.match('qqzzx wwvvk').candidates).toEqual([]);
  });

  it.each([
    ['Director of Site Safety', 4],
    ['VP, Security', 4],
    ['Head of Corporate Security', 4],
    ['Sr. Gate Guard', 3],
    ['Gate Guard', undefined],
  ])('%s hints at band %s', (title, band) => {
    expect(matcher.match(title).bandHint).toBe(band);
  });

  it('that stands in no list is helped by the words of tasks', () => {
    const without = createTitleMatcher(buildTitleIndex({ ...TRAINING, tasks: [], descriptions: [] }));
    const welder = (one: typeof matcher) =>
      one.match('Steel Edges Joiner', 7).candidates.find(({ soc }) => soc === '51-4121.00')?.score ?? 0;
    expect(welder(matcher)).toBeGreaterThan(welder(without));
  });
});

describe('what is said of a match', () => {
  it('names the listed title and what was read', () => {
    expect(first('Gate Grd - Nights')).toMatchObject({ matchedTitle: 'Gate Guard' });
    expect(first('Corporate Security Mgr')?.reason).toBe(
      'same words as the alternate title "Corporate Security Manager"; abbreviation: mgr read as manager',
    );
    expect(first('Pipe Wleder')?.reason).toContain('typing error corrected: wleder read as welder');
  });

  it.each([
    ['Junior Welder', 1],
    ['Welder II', 2],
    ['Sr Welder', 3],
    ['Lead Welder', 4],
    ['Welder', undefined],
    ['Welder, Grade 7', undefined],
  ])('%s hints at band %s', (title, band) => {
    expect(matcher.match(title).bandHint).toBe(band);
  });

  it('is surer of a listed title than of a likeness', () => {
    expect(first('Arc Welder')?.score).toBeGreaterThan(first('Underwater Robot Welder')?.score ?? 1);
  });

  it('is nothing for a title without words', () => {
    for (const title of ['', '   ', '—', '()', '\u0000']) expect(matcher.match(title).candidates).toEqual([]);
  });
});

describe('for any text', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom('Sr.', 'Welder', 'II', '-', '(', ')', ',', 'Grade 7', 'HR', 'nurse'), {
        maxLength: 12,
      })
      .map((words) => words.join(' ')),
  );

  it('scores lie between 0 and 1, fall, and name different occupations', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (title, limit) => {
        const { candidates } = matcher.match(title, limit);
        expect(candidates.length).toBeLessThanOrEqual(limit);
        expect(new Set(candidates.map(({ soc }) => soc)).size).toBe(candidates.length);
        candidates.forEach(({ score }, at) => {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(candidates[at - 1]?.score ?? 1);
        });
      }),
    );
  });

  it('the answer depends on the title alone, not on what was asked before', () => {
    fc.assert(
      fc.property(text, text, (title, other) => {
        const fresh = createTitleMatcher(buildTitleIndex(TRAINING)).match(title);
        matcher.match(other);
        expect(matcher.match(title)).toEqual(fresh);
      }),
      { numRuns: 30 },
    );
  });
});
