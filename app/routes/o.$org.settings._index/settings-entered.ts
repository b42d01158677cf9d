import { mergeConstants } from '~/modules/capability/domain/constants-overrides';
import { METHOD_FIELDS, methodTexts, readMethodTexts } from '~/modules/capability/domain/method-fields';
import type { HeldSettings } from '~/modules/capability/domain/setting-difference';
import type { SettingValues } from '~/modules/organizations/commands/change-setting-values';

/** Fields of the form beside those of the method. */
export const PLAIN_FIELDS = ['timeZone', 'suppressionK', 'retentionMonths', 'ratingRetentionMonths'] as const;

/** Settings as they are entered: all text. */
export interface EnteredSettings {
  /** By field name. */
  readonly texts: Readonly<Record<string, string>>;
  readonly instruments: readonly string[];
}

/** What holds, as the form shows it. */
export function enteredOf({ constants, instruments, ...held }: HeldSettings): EnteredSettings {
  return {
    texts: {
      timeZone: held.timeZone,
      suppressionK: String(constants.suppressionK),
      retentionMonths: String(held.retentionMonths),
      ratingRetentionMonths: held.ratingRetentionMonths === null ? '' : String(held.ratingRetentionMonths),
      ...methodTexts(constants),
    },
    instruments,
  };
}

/** The settings that a form asks for. Throws InvalidInput naming each field that is no number or out of its range. */
export function wantedSettings(entered: EnteredSettings, before: SettingValues): SettingValues {
  const { texts, instruments } = entered;
  const whole = (name: (typeof PLAIN_FIELDS)[number]) => {
    const text = (texts[name] ?? '').trim();
    return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  };
  const isKept = (texts['ratingRetentionMonths'] ?? '').trim() === '';
  return {
    timeZone: texts['timeZone'] ?? '',
    suppressionK: whole('suppressionK'),
    retentionMonths: whole('retentionMonths'),
    ratingRetentionMonths: isKept ? null : whole('ratingRetentionMonths'),
    instruments: [...instruments],
    constants: readMethodTexts(texts, before.constants),
  };
}

/** The same with defaults merged, for the difference. */
export function heldSettings(values: SettingValues): HeldSettings {
  const constants = mergeConstants(values.constants, values.suppressionK);
  return { ...values, constants };
}

/** The fields and values of a form that asks for the same again. */
export function hiddenFields({ texts, instruments }: EnteredSettings): [string, string][] {
  const names = [...PLAIN_FIELDS, ...METHOD_FIELDS.map((field) => field.name)];
  return [
    ...names.map((name): [string, string] => [name, texts[name] ?? '']),
    ...instruments.map((one): [string, string] => ['instrument', one]),
  ];
}
