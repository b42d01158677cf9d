import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';

const INTENTS = ['open', 'close', 'calibrate', 'archive', 'reopen', 'delete'] as const;

export interface CycleForm {
  readonly intent: (typeof INTENTS)[number];
  readonly revision: number;
  /** For reopening. */
  readonly reason: string;
  readonly closesOn: string;
}

/** What the buttons of a cycle's page ask for. Throws InvalidInput. */
export async function readCycleForm(request: Request): Promise<CycleForm> {
  const { one } = await readFields(request, { single: ['intent', 'revision', 'reason', 'closesOn'] });
  const intent = INTENTS.find((known) => known === one.intent);
  if (!intent || !/^\d{1,9}$/.test(one.revision))
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  return { intent, revision: Number(one.revision), reason: one.reason, closesOn: one.closesOn };
}
