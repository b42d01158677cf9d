import { readFields } from '~/http/read-fields.server';
import type { DecisionTerms, DecisionWish } from '~/modules/capability/commands/change-decisions';
import { InvalidInput } from '~/shared/errors';

/** What the forms of the register ask for. */
export type DecisionForm =
  | { readonly intent: 'add'; readonly wish: DecisionWish }
  | {
      readonly intent: 'decide';
      readonly decisionId: string;
      readonly choice: string;
      readonly reason: string;
    }
  | ({ readonly intent: 'change' } & DecisionTerms)
  | { readonly intent: 'withdraw'; readonly decisionId: string };

/** Reads one of the register's forms. Throws InvalidInput for another. */
export async function readDecisionForm(request: Request): Promise<DecisionForm> {
  const { one } = await readFields(request, {
    single: [
      ...(['intent', 'decisionId', 'matter', 'ownerId', 'dueOn'] as const),
      ...(['shared', 'figure', 'choice', 'reason'] as const),
    ],
  });
  const { intent, decisionId, matter, ownerId, dueOn, shared, figure, choice, reason } = one;
  if (intent === 'add')
    return { intent, wish: { question: matter, ownerId, dueOn, shared: shared === 'yes', figure } };
  if (intent === 'decide') return { intent, decisionId, choice, reason };
  if (intent === 'change') return { intent, decisionId, ownerId, dueOn };
  if (intent === 'withdraw') return { intent, decisionId };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
