import type { JobReason } from '~/modules/frameworks/queries/list-job-reasons';
import type { WrittenDimension } from '~/modules/people/commands/write-position-profile';
import { InvalidInput } from '~/shared/errors';
import type { TypedDimension } from './read-profile-form.server';

/** The dimension with the reason that was chosen from what the occupation offers, else the written one. */
export function withReason(
  { chosen, written, ...asked }: TypedDimension,
  offered: readonly JobReason[],
): WrittenDimension {
  if (chosen === '') return { ...asked, said: { reason: written || null, reasonSource: null } };
  const found = offered.find(({ text }) => text === chosen);
  if (found) return { ...asked, said: { reason: found.text, reasonSource: found.source } };
  const detail = 'This statement is no longer there. Choose another one.';
  throw new InvalidInput(detail, [{ pointer: `chosen:${asked.dimension}`, detail }]);
}
