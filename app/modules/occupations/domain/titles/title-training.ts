export type TitleKind = 'official' | 'alternate' | 'reported';

export interface TrainingTitle {
  /** O*NET-SOC code. */
  readonly soc: string;
  readonly title: string;
  readonly kind: TitleKind;
}

export interface TrainingText {
  readonly soc: string;
  readonly text: string;
}

/** What a release says that titles are matched by; every code with a title takes part. */
export interface TitleTraining {
  readonly titles: readonly TrainingTitle[];
  readonly tasks: readonly TrainingText[];
  readonly descriptions: readonly TrainingText[];
}
