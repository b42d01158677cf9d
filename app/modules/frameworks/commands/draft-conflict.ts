import { Conflict } from '~/shared/errors';
import { changesSince } from '../domain/draft/changes-since';
import { MAX_LISTED_FAULTS } from '../domain/framework-limits';
import type { Draft } from '../queries/read-draft';

/** The refusal of a change that was made on an older revision: what was changed since, at most 50 places. */
export function draftConflict({ content, publishedAs }: Draft, revision: number): Conflict {
  if (publishedAs !== null)
    return new Conflict('This version was published meanwhile and does not change any more.');
  const changes = changesSince(content, revision);
  return new Conflict(
    'Somebody else changed this draft after you opened it. Nothing of yours was saved yet.',
    changes.slice(0, MAX_LISTED_FAULTS).map((detail) => ({ pointer: 'draft', detail })),
  );
}
