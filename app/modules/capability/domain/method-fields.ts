/**
 * The constants that an organization sets (method.md, marked "set"), as a form shows and reads them: range, unit and
 * meaning in words, and where each shows. The rest of the constants is the method's.
 */
import { type FieldError, InvalidInput } from '~/shared/errors';
import type { MethodConstants } from './constants';
import { DEFAULT_CONSTANTS } from './constants';
import type { ConstantsOverrides } from './constants-overrides';
import { RATER_KINDS, type RaterKind } from './rating-fact';

export interface MethodField {
  /** Name in the form, such as `trust.manager`. */
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
  readonly shownIn: string;
  /** Follows the number; empty where it has none. */
  readonly unit: string;
  /** As entered. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly read: (constants: MethodConstants) => number;
  /** The override that an entered number makes. */
  readonly write: (entered: number) => ConstantsOverrides;
}

const KIND_WORDS: Readonly<Record<RaterKind, string>> = {
  calibrated: 'a calibrated rating',
  manager: "a manager's rating",
  peer: "peers' ratings of one cycle together",
  self: 'a self-rating',
};

const trustField = (kind: RaterKind): MethodField => ({
  name: `trust.${kind}`,
  label: `Trust in ${KIND_WORDS[kind]}`,
  meaning: 'Of two ratings the one with more trust counts, unless it is much older.',
  shownIn: 'current levels, strength of evidence',
  unit: '',
  least: 0.05,
  most: 1,
  step: 0.05,
  read: ({ trust }) => trust[kind] / 1000,
  write: (entered) => ({ trust: { [kind]: Math.round(entered * 1000) } }),
});

export const METHOD_FIELDS: readonly MethodField[] = [
  ...RATER_KINDS.map(trustField),
  {
    name: 'halfLifeMonths',
    label: 'Half-life of evidence',
    meaning: 'After this time a rating weighs half.',
    shownIn: 'current levels, strength of evidence, days of re-checks',
    unit: 'months',
    least: 3,
    most: 60,
    step: 1,
    read: ({ halfLifeMonths }) => halfLifeMonths,
    write: (halfLifeMonths) => ({ halfLifeMonths }),
  },
  {
    name: 'fitMinimumWeight',
    label: 'Weight assessed for a fit',
    meaning: 'Below this share of the weight assessed, a fit is withheld.',
    shownIn: 'fit on profiles',
    unit: '%',
    least: 30,
    most: 100,
    step: 1,
    read: ({ fitMinimumWeight }) => Math.round(fitMinimumWeight * 100),
    write: (entered) => ({ fitMinimumWeight: entered / 100 }),
  },
  {
    name: 'implicitHolders',
    label: 'Holders that a critical target asks for',
    meaning: 'What a group needs where nobody wrote a requirement.',
    shownIn: 'cover and single points of failure',
    unit: 'people',
    least: 1,
    most: 20,
    step: 1,
    read: ({ implicitHolders }) => implicitHolders,
    write: (implicitHolders) => ({ implicitHolders }),
  },
];

/** The constants as a form shows them, by field name. */
export function methodTexts(constants: MethodConstants): Record<string, string> {
  return Object.fromEntries(METHOD_FIELDS.map((field) => [field.name, String(field.read(constants))]));
}

/**
 * The overrides that a form asks for, over those that it has no field for; what equals the default is none.
 * @throws InvalidInput naming each field that is out of its range.
 */
export function readMethodTexts(
  texts: Readonly<Record<string, string>>,
  before: Readonly<Record<string, unknown>>,
): ConstantsOverrides {
  const errors: FieldError[] = [];
  const { trust: _trust, halfLifeMonths: _h, fitMinimumWeight: _f, implicitHolders: _i, ...kept } = before;
  const set: ConstantsOverrides[] = [];
  for (const field of METHOD_FIELDS) {
    const entered = enteredNumber(texts[field.name]);
    if (entered === null || entered < field.least || entered > field.most || !isStep(entered, field))
      errors.push({ pointer: field.name, detail: `Enter ${rangeInWords(field)}.` });
    else if (entered !== field.read(DEFAULT_CONSTANTS)) set.push(field.write(entered));
  }
  if (errors.length > 0) throw new InvalidInput('Some of the settings cannot be.', errors);
  const trust = Object.assign({}, ...set.map((override) => override.trust ?? {})) as object;
  const overrides: ConstantsOverrides = Object.assign({}, kept, ...set);
  return Object.keys(trust).length > 0 ? { ...overrides, trust } : overrides;
}

/** "3 to 60 months", "0.05 to 1 in steps of 0.05". */
export function rangeInWords({ least, most, step, unit }: MethodField): string {
  const steps = step === 1 ? '' : ` in steps of ${step}`;
  return `${least} to ${most}${unit ? ` ${unit}` : ''}${steps}`;
}

function enteredNumber(text: string | undefined): number | null {
  const trimmed = (text ?? '').trim();
  return /^\d{1,6}(?:\.\d{1,6})?$/.test(trimmed) ? Number(trimmed) : null;
}

function isStep(entered: number, { step }: MethodField): boolean {
  const steps = entered / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}
