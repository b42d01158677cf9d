import type { Dimension } from '~/modules/frameworks/domain/dimension';

/** Short notes as a rater would write them, for levels 2 and above. */
export const EVIDENCE_NOTES: Partial<Readonly<Record<Dimension, readonly string[]>>> = {
  communication: [
    'Handover notes were complete on every shift that I sampled.',
    'Explained the new gate rules to 30 drivers in two languages without a complaint.',
  ],
  leadership: [
    'Ran the night shift for two weeks while the post was vacant.',
    'Took charge at the lashing cage accident until I arrived.',
  ],
  critical_thinking: ['Traced the missing seals to one lane, from gate logs and camera times.'],
  collaboration: ['Settled the gangway posts with the vessel planners; no late post since.'],
  character: ['Reported an own missed checkpoint the same night.'],
  fortitude: ['Held the cordon for six hours in the January storm and kept every report on time.'],
  ai_use: [
    'Logged false alerts for a month; the analytics zones were changed because of it.',
    'Checks assistant drafts against the notebook, seen on four reports.',
  ],
  mastery: [
    'Passed the practical search test with 19 of 20 items found.',
    'Signed off on every post of the terminal, last on the jetty.',
  ],
};
