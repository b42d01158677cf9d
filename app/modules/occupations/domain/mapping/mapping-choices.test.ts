import { describe, expect, it } from 'vitest';
import { type Choosable, mappingChoices } from './mapping-choices';

const candidate = (soc: string, title: string, score: number) => ({
  ...{ soc, title, score, matchedTitle: title, reason: title },
});
const POLICE = candidate('33-3051.00', 'Police Officers', 0.98);
const GUARDS = candidate('33-9032.00', 'Security Guards', 0.34);
const title: Choosable = {
  ...{ unmapped: 16, faults: [], remembered: null, candidates: [POLICE, GUARDS] },
  held: [{ soc: '33-9032.00', title: 'Security Guards', people: 53 }],
};
const names = (of: Choosable) => mappingChoices(of).map(({ name }) => name);

describe('proposals for a title', () => {
  it('begin with what most of its people hold, where others have none: nobody is given another occupation', () => {
    expect(names(title)).toEqual(['Security Guards', 'Police Officers']);
    expect(mappingChoices(title)[0]?.detail).toBe('33-9032.00 · 53 with this title have it');
  });

  it('begin with what was decided before, and say each occupation once', () => {
    const remembered = [{ soc: '33-9032.00', share: 100, roleBand: null, title: 'Security Guards' }] as const;
    expect(mappingChoices({ ...title, remembered }).map(({ detail }) => detail)).toEqual([
      '33-9032.00 · decided before',
      '33-3051.00 · 0.98 · Police Officers',
    ]);
  });

  it('begin with leaving all as it is where nobody is without one', () => {
    expect(names({ ...title, unmapped: 0 })).toEqual([
      'Right as it is: Security Guards',
      'Police Officers',
      'Security Guards',
    ]);
  });

  it('never propose an occupation that is no more because people hold it', () => {
    expect(names({ ...title, faults: [{ now: null }], candidates: [POLICE] })).toEqual(['Police Officers']);
  });

  it('say of a candidate that it is no better than chance', () => {
    const guess = candidate('51-4121.00', 'Welders', 0.04);
    expect(
      mappingChoices({ ...title, held: [], candidates: [GUARDS, guess] }).map(({ unlikely }) => unlikely),
    ).toEqual([undefined, true]);
  });
});
