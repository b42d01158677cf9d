/** What a change of settings changes, and what follows from it, in words for whoever applies it. */
import type { MethodConstants } from './constants';
import { instrumentsInWords } from './instrument-words';
import { METHOD_FIELDS } from './method-fields';

/** Settings as they hold: defaults and own values merged. */
export interface HeldSettings {
  readonly timeZone: string;
  readonly constants: MethodConstants;
  readonly instruments: readonly string[];
  readonly retentionMonths: number;
  /** Null: ratings are kept. */
  readonly ratingRetentionMonths: number | null;
}

export interface SettingDifference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly effect: string;
}

const COMPUTED = 'Everybody is computed again in the background; a new version is shown with each figure.';
const AT_ONCE = 'Holds at once, for everything released before too. Nothing is computed again.';
const NEW_DAY = 'Days begin at another hour. Only what depends on the day is computed again.';
const DELETED = 'The upkeep deletes what is older. That cannot be undone.';
const KEPT = 'Nothing is deleted by this. What was deleted before does not come back.';

/** The differences between what holds and what is asked for; none where both are the same. */
export function settingDifferences(before: HeldSettings, after: HeldSettings): SettingDifference[] {
  const rows = [
    row('Time zone', [before.timeZone, after.timeZone], NEW_DAY),
    row(
      'Instruments',
      [instrumentsInWords(before.instruments), instrumentsInWords(after.instruments)],
      COMPUTED,
    ),
    ...METHOD_FIELDS.map((field) => {
      const text = (constants: MethodConstants) => withUnit(field.read(constants), field.unit);
      return row(field.label, [text(before.constants), text(after.constants)], COMPUTED);
    }),
    row(
      'Smallest group shown',
      [before.constants.suppressionK, after.constants.suppressionK].map((k) => `${k} people`),
      AT_ONCE,
    ),
    row(
      'Released figures are kept',
      [before.retentionMonths, after.retentionMonths].map((months) => `${months} months`),
      after.retentionMonths < before.retentionMonths ? DELETED : KEPT,
    ),
    row(
      'Ratings that no longer count are kept',
      [before.ratingRetentionMonths, after.ratingRetentionMonths].map(keptInWords),
      isShorter(before.ratingRetentionMonths, after.ratingRetentionMonths) ? DELETED : KEPT,
    ),
  ];
  return rows.filter((one) => one.before !== one.after);
}

/** "36 months", or that they are kept until a person is erased. */
export function keptInWords(months: number | null): string {
  return months === null ? 'until the person is erased' : `${months} months`;
}

function row(label: string, [before = '', after = '']: readonly string[], effect: string): SettingDifference {
  return { label, before, after, effect };
}

function isShorter(before: number | null, after: number | null): boolean {
  return after !== null && (before === null || after < before);
}

function withUnit(value: number, unit: string): string {
  return unit ? `${value} ${unit}` : String(value);
}
