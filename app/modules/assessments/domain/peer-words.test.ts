import { expect, it } from 'vitest';
import { peerWords } from './peer-words';

it('tells a peer whether the rated person learns the name', () => {
  expect(peerWords({ peersAnonymous: true })).toContain('without your name');
  expect(peerWords({ peersAnonymous: false })).toContain('and with your name');
});
