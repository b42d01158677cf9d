export const CYCLE_STATES = ['draft', 'open', 'closed', 'calibrated', 'archived'] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

export const CYCLE_STEPS = ['open', 'close', 'calibrate', 'archive', 'reopen'] as const;
export type CycleStep = (typeof CYCLE_STEPS)[number];

/** What each step makes of each state; a step that is not there is not to be taken. */
const TABLE: Readonly<Record<CycleState, Readonly<Partial<Record<CycleStep, CycleState>>>>> = {
  draft: { open: 'open' },
  open: { close: 'closed' },
  closed: { calibrate: 'calibrated', archive: 'archived', reopen: 'open' },
  calibrated: { archive: 'archived', reopen: 'open' },
  archived: {},
};

/** The state after a step; null: it cannot be taken. */
export function afterStep(state: CycleState, step: CycleStep): CycleState | null {
  return TABLE[state][step] ?? null;
}

/** The steps that can be taken, in the order in which a cycle goes. */
export function stepsFrom(state: CycleState): CycleStep[] {
  return CYCLE_STEPS.filter((step) => afterStep(state, step) !== null);
}

/** Whether nobody rates any more. */
export function isCycleOver(state: CycleState): boolean {
  return state === 'closed' || state === 'calibrated' || state === 'archived';
}

export const CYCLE_STATE_WORDS: Readonly<Record<CycleState, string>> = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
  calibrated: 'Calibrated',
  archived: 'Archived',
};
