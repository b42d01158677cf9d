/** Every constant of the formulas in words, with its value: none can be added without its words. */
import type { MethodConstants } from '../constants';
import { shownShare } from '../round-shown';

type Words = { readonly [Name in keyof MethodConstants]: (value: MethodConstants[Name]) => string[][] };

const thousandths = (value: number) => (value / 1000).toFixed(value % 10 === 0 ? 2 : 3);

const CONSTANT_WORDS: Words = {
  trust: ({ calibrated, manager, peer, self }) => [
    ['Trust in a calibrated rating', thousandths(calibrated)],
    ["Trust in a manager's rating", thousandths(manager)],
    ["Trust in peers' ratings of one cycle together", thousandths(peer)],
    ['Trust in a self-rating', thousandths(self)],
  ],
  evidenceBonus: (value) => [['Added to trust for accepted evidence', thousandths(value)]],
  halfLifeMonths: (value) => [['Half-life of evidence', `${value} months`]],
  strongFrom: (value) => [['Evidence is called strong from', thousandths(value)]],
  fairFrom: (value) => [['Evidence is called fair from; below it a re-check is due', thousandths(value)]],
  minimumPeers: (value) => [['Peers that make one rating', String(value)]],
  comparisonMonths: (value) => [['Self and manager are compared within', `${value} months`]],
  minimumShare: (value) => [['Share of an occupation under which it sets no target', `${value} %`]],
  fitMinimumWeight: (value) => [['Weight assessed under which a fit is withheld', shownShare(value)]],
  implicitPeople: (value) => [['People with a critical target that make a requirement', String(value)]],
  implicitHolders: (value) => [['Holders that such a requirement asks for', String(value)]],
  suppressionK: (value) => [['Smallest group shown (k)', `${value} people`]],
};

/** Name and value of each constant, trust by kind of rater. */
export function constantRows(constants: MethodConstants): string[][] {
  const names = Object.keys(CONSTANT_WORDS) as (keyof MethodConstants)[];
  return names.flatMap((name) => {
    const words = CONSTANT_WORDS[name] as (value: unknown) => string[][];
    return words(constants[name]);
  });
}
