import { describe, expect, it } from 'vitest';
import type { Job } from '~/modules/organizations/domain/job';
import { type AlertInputs, figuresAlert } from './figures-alert';

const NOW = new Date('2026-03-01T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const job = (state: Job['state'], minutes: number, kind = 'refresh-capability'): Job => ({
  ...{ kind, state, askedAt: ago(minutes), nextAt: null, attempts: 1, operationId: null },
  reason: state === 'failing' || state === 'failed' ? 'Error' : null,
});
const alert = (jobs: readonly Job[], more: Partial<AlertInputs> = {}) =>
  figuresAlert({ jobs, of: 'live', isBehind: true, releasedAt: null, now: NOW, ...more });

describe('figuresAlert', () => {
  it('is silent while a refresh waits or runs as it should, and when nothing is to be done', () => {
    expect(alert([])).toBeNull();
    expect(alert([job('waiting', 1)])).toBeNull();
    expect(alert([job('running', 10), job('waiting', 9)])).toBeNull();
  });

  it('says since when a refresh fails, the oldest of them', () => {
    const failing = { state: 'failing', since: ago(7) };
    expect(alert([job('failing', 3), job('failing', 7), job('waiting', 0)])).toEqual(failing);
    expect(alert([job('failed', 7)])).toEqual(failing);
  });

  it('leaves a failure aside that a later refresh made good', () => {
    expect(alert([job('failing', 7), job('failed', 90)], { isBehind: false })).toBeNull();
  });

  it('says that nobody takes a job, or that it does not end', () => {
    expect(alert([job('waiting', 3)])).toEqual({ state: 'stuck', since: ago(3) });
    expect(alert([job('running', 21)])).toEqual({ state: 'stuck', since: ago(21) });
  });

  it('waits behind another job of the same queue, but not behind one that does not end', () => {
    expect(alert([job('waiting', 5), job('running', 6, 'erase-person')])).toBeNull();
    expect(alert([job('waiting', 5), job('running', 30, 'erase-person')])?.state).toBe('stuck');
    expect(alert([job('waiting', 5), job('running', 6, 'make-release')])).toBeNull();
    for (const kind of ['import-file', 'keep-up', 'prepare-release-cuts'])
      expect(alert([job('waiting', 5), job('running', 6, kind)])?.state).toBe('stuck');
    const cuts = [job('waiting', 5, 'prepare-release-cuts'), job('running', 6)];
    expect(alert(cuts, { of: 'released' })?.state).toBe('stuck');
  });

  it('tells readers of released figures of releases and of nothing else, others not of them', () => {
    expect(alert([job('failing', 5)], { of: 'released' })).toBeNull();
    const failing = job('failing', 5, 'make-release');
    expect(alert([failing])).toBeNull();
    expect(alert([failing], { of: 'released' })?.state).toBe('failing');
    const failed = job('failed', 50, 'make-release');
    expect(alert([failed], { of: 'released', releasedAt: new Date(ago(60)) })?.state).toBe('failing');
    expect(alert([failed], { of: 'released', releasedAt: new Date(ago(40)) })).toBeNull();
  });
});
