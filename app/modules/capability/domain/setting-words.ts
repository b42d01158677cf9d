/** A changed setting of the audit log in the words of the settings page. */
import { InvalidInput } from '~/shared/errors';
import { DEFAULT_CONSTANTS } from './constants';
import { mergeConstants } from './constants-overrides';
import { type HeldSettings, settingDifferences } from './setting-difference';

/** A field before and after as it is stored; null: not set. */
export interface StoredChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** As new organizations have them. */
const UNSET: HeldSettings = {
  timeZone: 'UTC',
  constants: DEFAULT_CONSTANTS,
  instruments: [],
  retentionMonths: 36,
  ratingRetentionMonths: null,
};

/**
 * The change with the label and the units of the settings page, the default where nothing was set; null for a field
 * that the page does not have, and for values that no setting can hold.
 */
export function settingInWords({ field, before, after }: StoredChange): {
  readonly field: string;
  readonly before: string;
  readonly after: string;
} | null {
  if (field === 'aiUseTree')
    return { field: 'Released tree of AI use', before: treeInWords(before), after: treeInWords(after) };
  try {
    const [row] = settingDifferences(heldWith(field, before), heldWith(field, after));
    return row ? { field: row.label, before: row.before, after: row.after } : null;
  } catch (error) {
    if (error instanceof InvalidInput) return null;
    throw error;
  }
}

function treeInWords(tree: unknown): string {
  return tree === 'team' ? 'teams' : 'occupations';
}

/** The settings of a new organization with this one set. */
function heldWith(field: string, value: unknown): HeldSettings {
  if (value === null) return UNSET;
  if (field === 'timeZone') return { ...UNSET, timeZone: String(value) };
  if (field === 'instruments') return { ...UNSET, instruments: String(value).match(/[a-z_]+/g) ?? [] };
  if (field === 'retentionMonths' || field === 'ratingRetentionMonths')
    return { ...UNSET, [field]: Number(value) };
  if (field === 'suppressionK') return { ...UNSET, constants: mergeConstants({}, Number(value)) };
  const [name = '', part] = field.split('.');
  const overrides = { [name]: part === undefined ? value : { [part]: value } };
  return { ...UNSET, constants: mergeConstants(overrides, DEFAULT_CONSTANTS.suppressionK) };
}
