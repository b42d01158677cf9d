import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { RequirementWithGroups } from './list-requirement-states';
import { listRequirements } from './list-requirements';

const ASKED = ['id', 'requirement', 'dimension', 'level', 'minimum', 'valid_from', 'valid_to', 'why'];
const STATE = ['team', 'people', 'holders', 'not_assessed', 'due_for_recheck', 'state'];

/**
 * What groups are asked to have as a table: one row for each requirement and group whose figures the viewer sees; for a
 * role that is told no states one row for each requirement, without them.
 */
export async function listRequirementLines(ctx: TenantContext, viewer: Viewer) {
  const { items, asOf, today, seesStates } = await listRequirements(ctx, viewer);
  return {
    name: `requirements-${today}`,
    header: seesStates ? [...ASKED, ...STATE, 'as_of'] : ASKED,
    rows: items.flatMap((item) =>
      seesStates ? groupLines(item).map((line) => [...line, asOf]) : [askedOf(item)],
    ),
  };
}

function askedOf(item: RequirementWithGroups) {
  const { requirementId, name, dimension, level, minimum, validFrom, validTo, reason } = item;
  return [requirementId, name, dimension, level, minimum, validFrom, validTo, reason];
}

function groupLines(item: RequirementWithGroups) {
  const asked = askedOf(item);
  if (item.states.length === 0) return [[...asked, ...STATE.map(() => null)]];
  return item.states.map(({ path, people, holders, unassessed, due, state }) => [
    ...asked,
    ...[path, people, holders, unassessed, due, state],
  ]);
}
