import { describe, expect, it } from 'vitest';
import { exposureWords } from './exposure-words';
import { ownOrParent } from './parent-code';
import { taskKey } from './task-key';
import { topSkill } from './top-skill';

const row = (subject: string, title: string | null = null) => ({ subject, title, figure: 1 });

describe('the figure of an occupation or of its SOC code', () => {
  it('is its own where it is published', () => {
    const rows = [row('13-1199', 'Others'), row('13-1199.07', 'Specialists')];
    expect(ownOrParent('13-1199.07', rows)).toMatchObject({
      row: { subject: '13-1199.07' },
      inheritedFrom: null,
    });
  });

  it('names the SOC code and its title where that stands for it', () => {
    expect(ownOrParent('13-1199.07', [row('13-1199', 'Others')])?.inheritedFrom).toBe('13-1199 Others');
    expect(ownOrParent('13-1199.07', [row('13-1199.00', 'Others')])?.inheritedFrom).toBe('13-1199 Others');
    expect(ownOrParent('13-1199.07', [row('13-1199')], new Map([['13-1199', 'All']]))?.inheritedFrom).toBe(
      '13-1199 All',
    );
    expect(ownOrParent('13-1199.07', [row('13-1199')])?.inheritedFrom).toBe('13-1199');
  });

  it('is not inherited by an occupation that is its SOC code', () => {
    expect(ownOrParent('11-3013.00', [row('11-3013', 'Facilities Managers')])?.inheritedFrom).toBeNull();
    expect(ownOrParent('11-3013.01', [row('11-3012')])).toBeUndefined();
  });
});

describe('words and keys', () => {
  it('tell nothing observed from no data', () => {
    expect([0, null, 0.1345, 1].map(exposureWords)).toEqual(['none observed', 'no data', '13.5 %', '100 %']);
  });

  it('join texts of tasks in lower case, trimmed, without a final dot', () => {
    expect(taskKey('  Open the Door. ')).toBe('open the door');
    expect(taskKey('e.g. doors')).toBe('e.g. doors');
    expect(taskKey('x'.repeat(5000))).toHaveLength(600);
  });

  it('choose the most important skill that has a score, the first of equals', () => {
    const skills = [
      { elementId: 'a', name: 'A', importance: 5 },
      { elementId: 'b', name: 'B', importance: 4 },
      { elementId: 'c', name: 'C', importance: 4 },
    ];
    const score = (elementId: string) => ({ elementId, score: 50, precision: null });
    expect(topSkill(skills, [score('c'), score('b')])?.name).toBe('B');
    expect(topSkill(skills, [])).toBeUndefined();
  });
});
