import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from '~/modules/occupations/domain/words/count-words';
import { splitAt } from './apply-split';
import { guessLabel, learnSplits } from './guess-split';

const TASKS = countWords([
  'Inspect locks and gates.',
  'Write reports of losses.',
  'Follow orders of the harbour master.',
]);
const KNOWN = learnSplits(TASKS, [
  { label: 'Quay patrols', behaviour: 'walks the quay and checks lamps' },
  { label: 'Gate', behaviour: 'opens it' },
  { label: 'Night incident', behaviour: 'is told at once' },
]);

describe('the label that is proposed for a run-together statement', () => {
  it.each([
    ['Quay patrolswrites the round down', 'Quay patrols'],
    ['Night gatesinspect each one by hand', 'Night gates'],
    ['Lamp oilChecks what is left', 'Lamp oil'],
    ['Incident reportswrite the facts', 'Incident reports'],
    ['Gate keys are hung up', null],
    ['Zxq vbn', null],
  ])('of %j is %j', (text, label) => {
    expect(guessLabel(text, KNOWN)).toBe(label);
  });

  it('is a beginning of the text with something behind it, or nothing', () => {
    const word = fc.constantFrom(
      'gate',
      'Lamp',
      'inspect',
      'follow',
      'quay patrols',
      'reports',
      'x',
      '(a)',
      'é',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom('', ' '), (words, glue) => {
        const text = words.join(glue);
        const label = guessLabel(text, KNOWN);
        if (label === null) return;
        expect(splitAt(text, label)).toEqual({ label, behaviour: expect.stringMatching(/\S/) });
      }),
    );
  });
});

describe('a split at a label', () => {
  it.each([
    ['Quay patrolswalks', 'Quay patrols', { label: 'Quay patrols', behaviour: 'walks' }],
    ['Quay patrols — walks', ' Quay patrols ', { label: 'Quay patrols', behaviour: 'walks' }],
    ['Quay patrols', 'Quay patrols', null],
    ['Quay patrols', 'quay', null],
    ['Quay patrols', '', null],
  ])('of %j at %j', (text, label, parts) => {
    expect(splitAt(text, label)).toEqual(parts);
  });
});
