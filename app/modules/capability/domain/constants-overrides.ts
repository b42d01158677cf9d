/** What an organization may set of the constants, with their ranges, and how it joins the defaults. */
import { z } from 'zod';
import { InvalidInput } from '~/shared/errors';
import { DEFAULT_CONSTANTS, type MethodConstants } from './constants';
import { RATER_KINDS, type RaterKind } from './rating-fact';

const thousandths = z.number().int().min(1).max(1000);
const months = z.number().int().min(1).max(120);
const trust = z.strictObject(
  Object.fromEntries(RATER_KINDS.map((kind) => [kind, thousandths])) as Record<RaterKind, typeof thousandths>,
);

/** The organization's own values, each optional, of the trust each kind too. */
const constantsOverrides = z
  .strictObject({
    trust: trust.partial(),
    evidenceBonus: z.number().int().min(0).max(1000),
    halfLifeMonths: months,
    strongFrom: thousandths,
    fairFrom: thousandths,
    minimumPeers: z.number().int().min(1).max(50),
    comparisonMonths: months,
    minimumShare: z.number().int().min(0).max(100),
    fitMinimumWeight: z.number().min(0).max(1),
    implicitPeople: z.number().int().min(1).max(1000),
    implicitHolders: z.number().int().min(1).max(1000),
  })
  .partial();
export type ConstantsOverrides = z.infer<typeof constantsOverrides>;

/** The constants that hold: the defaults, and over them what the organization set. Throws InvalidInput by place. */
export function mergeConstants(overrides: unknown, suppressionK: number): MethodConstants {
  const read = constantsOverrides.safeParse(overrides);
  if (!read.success) {
    throw refused(
      read.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message })),
    );
  }
  const { trust: kinds, ...numbers } = read.data;
  const constants: MethodConstants = {
    ...DEFAULT_CONSTANTS,
    ...stated(numbers),
    trust: { ...DEFAULT_CONSTANTS.trust, ...stated(kinds ?? {}) },
    suppressionK,
  };
  if (constants.fairFrom > constants.strongFrom)
    throw refused([{ pointer: '/fairFrom', detail: 'Fair begins above strong.' }]);
  return constants;
}

/** Without the keys that are there and undefined. */
function stated<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

function refused(errors: { pointer: string; detail: string }[]): InvalidInput {
  return new InvalidInput("The organization's constants are not valid.", errors);
}
