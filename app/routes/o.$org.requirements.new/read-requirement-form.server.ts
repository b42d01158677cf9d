import { readFields } from '~/http/read-fields.server';
import {
  type RequirementFacts,
  requirementFacts,
} from '~/modules/capability/domain/requirements/requirement';
import { readTargetDay } from '~/modules/people/domain/target-day';
import { InvalidInput } from '~/shared/errors';

export interface RequirementForm {
  readonly intent: 'save' | 'end';
  readonly from: string;
  readonly revision: string;
  /** null: it ends. */
  readonly facts: RequirementFacts | null;
}

const WORDS: Readonly<Record<string, string>> = {
  name: 'Give it a name of at most 200 characters.',
  minimum: 'Ask for 1 to 9,999 people.',
  groups: 'Tick at least one team, or choose each team beneath one.',
};

/** What the forms of a requirement ask for. Throws InvalidInput with the field that is not right. */
export async function readRequirementForm(request: Request): Promise<RequirementForm> {
  const { one, many } = await readFields(request, {
    single: [
      ...(['intent', 'revision', 'from', 'name', 'dimension', 'level', 'minimum', 'reason'] as const),
      ...(['kind', 'below', 'nameHolds'] as const),
    ],
    several: ['team'],
  });
  const { intent, revision } = one;
  if (intent !== 'save' && intent !== 'end') throw unreadable();
  const from = readTargetDay(one.from);
  if (intent === 'end') return { intent, from, revision, facts: null };
  const groups =
    one.kind === 'teams'
      ? { kind: 'teams', teamIds: many.team }
      : { kind: 'below', teamId: one.below || null, nameHolds: one.nameHolds };
  const parsed = requirementFacts.safeParse({
    name: one.name,
    dimension: one.dimension,
    level: Number(one.level),
    minimum: Number(one.minimum || Number.NaN),
    reason: one.reason,
    groups,
  });
  if (parsed.success) return { intent, from, revision, facts: parsed.data };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  const faults = fields.map((field) => WORDS[field]).filter((words) => words !== undefined);
  throw faults.length > 0 ? new InvalidInput(faults.join(' ')) : unreadable();
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
