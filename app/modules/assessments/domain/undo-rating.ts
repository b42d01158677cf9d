import type { Importer } from './importer';
import type { RaterKind } from './rater-kind';

interface Imported {
  readonly employeeId: string;
  readonly raterKind: RaterKind;
  /** Nothing happened to it since it came in. */
  readonly untouched: boolean;
}

/** `changed`: something happened to it since; `about_you`: others say it of who takes the import back. */
export type StayReason = 'changed' | 'about_you';

/**
 * Why an assessment stays when the import that brought it is taken back, null when it goes. What others say of oneself is
 * taken away by somebody else, as it is brought in by somebody else (method.md 1).
 */
export function whyStays(
  { employeeId, raterKind, untouched }: Imported,
  by: Pick<Importer, 'employeeId'>,
): StayReason | null {
  if (employeeId === by.employeeId && raterKind !== 'self') return 'about_you';
  return untouched ? null : 'changed';
}
