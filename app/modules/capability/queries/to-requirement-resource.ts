import type { z } from 'zod';
import type { requirementSchema } from '../domain/requirements/api-schemas';
import type { RequirementWithGroups } from './list-requirement-states';

/** A requirement as the API gives it; without states where the reader is told none. */
export function toRequirementResource(
  { requirementId: id, teams: _teams, states, ...facts }: RequirementWithGroups,
  seesStates: boolean,
): z.input<typeof requirementSchema> {
  const { groups, ...rest } = facts;
  return {
    id,
    ...rest,
    groups: groups.kind === 'teams' ? { kind: 'teams', teamIds: [...groups.teamIds] } : groups,
    states: seesStates ? states.map(({ name: _name, path: _path, ...group }) => group) : null,
  };
}
