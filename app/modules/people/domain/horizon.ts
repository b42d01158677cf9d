/** When a post is expected to become vacant, in years (method.md 7). What is not known is not stored. */
export const HORIZONS = ['under_1', '1_to_3', 'over_3'] as const;
export type Horizon = (typeof HORIZONS)[number];

export const HORIZON_LABELS: Readonly<Record<Horizon, string>> = {
  under_1: 'Under 1 year',
  '1_to_3': '1 to 3 years',
  over_3: 'Over 3 years',
};

/** How it is known. */
export const HORIZON_SOURCES = ['told', 'contract_end', 'planned_move'] as const;
export type HorizonSource = (typeof HORIZON_SOURCES)[number];

export const HORIZON_SOURCE_LABELS: Readonly<Record<HorizonSource, string>> = {
  told: 'Told by the person',
  contract_end: 'End of the contract',
  planned_move: 'Planned move',
};

/** A horizon with its source. */
export interface KnownHorizon {
  readonly horizon: Horizon;
  readonly source: HorizonSource;
}
