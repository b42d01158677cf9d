import { readFields } from '~/http/read-fields.server';
import type { BulkChange } from '~/modules/capability/domain/targets/bulk-targets';
import type { ProfilePair } from '~/modules/capability/queries/list-bulk-profiles';
import { isDimension } from '~/modules/frameworks/domain/dimension';
import { isRoleBand } from '~/modules/people/domain/role-band';
import { readTargetDay } from '~/modules/people/domain/target-day';
import { isTargetLevel, isTargetWeight } from '~/modules/people/domain/target-row';
import { InvalidInput } from '~/shared/errors';

export interface BulkForm {
  readonly intent: 'preview' | 'save';
  readonly pairs: readonly ProfilePair[];
  readonly change: BulkChange;
  readonly from: string;
  /** Empty for a preview. */
  readonly revision: string;
  /** The fields as they were sent, for the form that does it. */
  readonly sent: { readonly level: string; readonly weight: string; readonly critical: string };
}

/** Most profiles that one change touches. */
const MOST_PROFILES = 500;
const PAIR = /^(\d{2}-\d{4}\.\d{2}):([1-4])$/;

/** The profiles named as `33-9032.00:3`, each once; what is none is left out. */
export function readPairs(texts: readonly string[]): ProfilePair[] {
  const pairs = [...new Set(texts)].flatMap((text) => {
    const [, soc = '', band] = PAIR.exec(text) ?? [];
    const roleBand = Number(band);
    return isRoleBand(roleBand) ? [{ soc, roleBand }] : [];
  });
  return pairs.slice(0, MOST_PROFILES);
}

/** Throws InvalidInput for a form that is none of the page's, or that changes nothing. */
export async function readBulkForm(request: Request): Promise<BulkForm> {
  const { one, many } = await readFields(request, {
    single: ['intent', 'level', 'weight', 'critical', 'from', 'revision'],
    several: ['profile', 'dimension'],
  });
  const { intent, level, weight, critical, revision } = one;
  if (intent !== 'preview' && intent !== 'save') throw unreadable();
  if (intent === 'save' && !/^[0-9a-f]{16}$/.test(revision)) throw unreadable();
  const pairs = readPairs(many.profile);
  const dimensions = many.dimension.filter(isDimension);
  if (pairs.length === 0) throw new InvalidInput('Choose at least one target profile.');
  if (dimensions.length === 0) throw new InvalidInput('Choose at least one dimension.');
  const change = { dimensions, ...levelOf(level), ...weightOf(weight), ...criticalOf(critical) };
  if (Object.keys(change).length === 1)
    throw new InvalidInput('Choose what to set: a level, a weight, or whether it is critical.');
  return {
    intent,
    pairs,
    change,
    from: readTargetDay(one.from),
    revision,
    sent: { level, weight, critical },
  };
}

function levelOf(text: string): Pick<BulkChange, 'level'> {
  if (text === '') return {};
  if (text === 'none') return { level: null };
  const level = Number(text);
  if (!isTargetLevel(level)) throw unreadable();
  return { level };
}

function weightOf(text: string): Pick<BulkChange, 'weight'> {
  if (text === '') return {};
  const weight = Number(text);
  if (!isTargetWeight(weight)) throw unreadable();
  return { weight };
}

function criticalOf(text: string): Pick<BulkChange, 'critical'> {
  if (text === '') return {};
  if (text !== 'yes' && text !== 'no') throw unreadable();
  return { critical: text === 'yes' };
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
