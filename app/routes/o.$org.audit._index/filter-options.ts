import { AUDIT_ACTIONS, actionWords } from '~/modules/organizations/domain/audit/actions';
import { sentenceCase } from '~/modules/organizations/domain/audit/detail-words';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import type { NamedActor } from '~/modules/organizations/queries/list-actors';
import type { FilterOption } from '~/modules/organizations/ui/audit-filter';

/** Every action, as the filter offers it. */
export function actionOptions(): FilterOption[] {
  return Object.keys(AUDIT_ACTIONS).map((value) => ({ value, label: sentenceCase(actionWords(value)) }));
}

/** Everybody who can have acted; the operator where the reader sees all of the log. */
export function actorOptions(actors: readonly NamedActor[], everything: boolean): FilterOption[] {
  const known = actors.map((actor) => ({
    value: `${actor.kind}:${actor.id}`,
    label: nameActor(actor, actors),
  }));
  return everything ? [...known, { value: 'operator:command-line', label: 'Operator' }] : known;
}
