import { readFields } from '~/http/read-fields.server';
import type { AskedTargets } from '~/modules/capability/domain/targets/target-profile-view';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { readTargetDay } from '~/modules/people/domain/target-day';
import { isTargetLevel, isTargetWeight } from '~/modules/people/domain/target-row';
import { InvalidInput } from '~/shared/errors';

/** What the page's forms ask for. */
export interface TargetForm {
  /** preview shows the difference, save stores it; the other two take the written profile away. */
  readonly intent: 'preview' | 'save' | 'preview-removal' | 'remove';
  readonly from: string;
  readonly revision: string;
  readonly asked: AskedTargets;
}

const INTENTS = ['preview', 'save', 'preview-removal', 'remove'] as const;
const fieldsOf = (dimension: Dimension) =>
  [`level_${dimension}`, `weight_${dimension}`, `critical_${dimension}`] as const;

/** Throws InvalidInput for a form that is none of the page's, and for a day that cannot be. */
export async function readTargetForm(request: Request): Promise<TargetForm> {
  const { one } = await readFields(request, {
    single: ['intent', 'from', 'revision', ...DIMENSIONS.flatMap(fieldsOf)],
  });
  const intent = INTENTS.find((known) => known === one.intent);
  if (!intent || !/^[0-9a-f]{16}$/.test(one.revision)) throw unreadable();
  const asked = Object.fromEntries(
    DIMENSIONS.flatMap((dimension) => {
      const [level, weight, critical] = fieldsOf(dimension).map((name) => one[name] ?? '');
      if (level === undefined || level === '') return [];
      const facts = { level: Number(level), weight: Number(weight || '1'), critical: critical === 'yes' };
      if (!isTargetLevel(facts.level) || !isTargetWeight(facts.weight)) throw unreadable();
      return [[dimension, facts]];
    }),
  );
  return { intent, from: readTargetDay(one.from), revision: one.revision, asked };
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
