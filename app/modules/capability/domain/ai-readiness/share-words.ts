/** Coarse shares in words, the same on pages, in files and in the API. Source: method.md 9.6. */
import type { CoarseShare } from '../suppression/released-figures';

const THIRDS = { 1: 'under a third', 2: 'a third to two thirds', 3: 'over two thirds' } as const;

/** "a third to two thirds", "about 40 %"; 10 and 90 stand for everything up to and from there. */
export function shareInWords(share: CoarseShare): string {
  if (share.step === 'third') return THIRDS[share.third];
  if (share.percent === 10) return '10 % or less';
  return share.percent === 90 ? '90 % or more' : `about ${share.percent} %`;
}

/** The band of a coarse share, 0 to 1. */
export function shareBand(share: CoarseShare): readonly [number, number] {
  if (share.step === 'third') return [(share.third - 1) / 3, share.third / 3];
  const { percent } = share;
  return [percent === 10 ? 0 : (percent - 5) / 100, percent === 90 ? 1 : (percent + 5) / 100];
}
