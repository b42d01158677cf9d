import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterStep, CYCLE_STATES, CYCLE_STEPS, isCycleOver, stepsFrom } from './cycle-states';

const steps = fc.array(fc.constantFrom(...CYCLE_STEPS), { maxLength: 20 });

describe('states of a cycle', () => {
  it('never come back to a draft, and are left by no step once archived', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        let state = afterStep('draft', 'open') ?? 'draft';
        expect(state).toBe('open');
        for (const step of walk) {
          const next = afterStep(state, step);
          if (state === 'archived') expect(next).toBeNull();
          state = next ?? state;
          expect(state).not.toBe('draft');
        }
      }),
    );
  });

  it('let people rate after opening and reopening alone, and end it by closing alone', () => {
    for (const state of CYCLE_STATES)
      for (const step of stepsFrom(state)) {
        const next = afterStep(state, step);
        expect(next === 'open').toBe(step === 'open' || step === 'reopen');
        if (next !== null && isCycleOver(next) && !isCycleOver(state)) expect(step).toBe('close');
      }
    expect(stepsFrom('draft')).toEqual(['open']);
    expect(stepsFrom('open')).toEqual(['close']);
    expect(stepsFrom('closed')).toEqual(['calibrate', 'archive', 'reopen']);
    expect(stepsFrom('calibrated')).toEqual(['archive', 'reopen']);
  });
});
