import type { MethodConstants } from '../constants';

/** What the privacy pack is made of: the settings as they hold, and the organization's own words. */
export interface PrivacyFacts {
  readonly organization: string;
  /** Whom people ask. */
  readonly contact: string;
  /** On what ground their data is used. */
  readonly legalGround: string;
  readonly constants: MethodConstants;
  /** Version of formulas, constants and instruments, as shown with every figure. */
  readonly methodVersion: string;
  readonly instruments: readonly string[];
  readonly timeZone: string;
  readonly retentionMonths: number;
  /** Null: until the person is erased. */
  readonly ratingRetentionMonths: number | null;
  /** Days on which it was agreed to show smaller groups from the next release on, the last first. */
  readonly lowerings: readonly { readonly from: number; readonly to: number; readonly day: string }[];
}
