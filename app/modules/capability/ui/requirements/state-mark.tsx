import type { RequirementState } from '../../domain/requirements/requirement-state';
import { STATE_LABELS } from './requirement-words';

/** The state of a requirement on a group, in words. */
export function StateMark({ state }: { readonly state: RequirementState }) {
  return (
    <span className="requirement-state" data-state={state}>
      {STATE_LABELS[state]}
    </span>
  );
}
