import { describe, expect, it } from 'vitest';
import { peersLead, peerWords } from './peer-words';

const lead = (asked: number, more: { decides?: boolean; peersAnonymous?: boolean } = {}) =>
  peersLead({ asked, decides: true, peersAnonymous: true, ...more });

describe('the words about peers', () => {
  it('count who is asked, and say when that is too few to be shown', () => {
    expect([0, 1, 2, 3, 12].map((asked) => lead(asked).split(': ')[1])).toEqual([
      'nobody is asked so far.',
      'one is asked so far, so nothing would be shown yet.',
      'two are asked so far, so nothing would be shown yet.',
      '3 are asked so far.',
      '12 are asked so far.',
    ]);
  });

  it('tell the person of their own proposals alone', () => {
    expect(lead(2, { decides: false })).toBe(
      'What peers say is shown as a median of at least three, without names; of those whom you proposed, two are asked so far. Your manager approves whom you propose, and may ask others.',
    );
  });

  it('say whether names are shown, to who decides and to the peer', () => {
    expect(lead(3)).toContain('without names');
    expect(lead(3, { peersAnonymous: false })).toContain('with their names');
    expect(peerWords({ peersAnonymous: true })).toContain('without your name');
    expect(peerWords({ peersAnonymous: false })).toContain('with your name');
  });
});
