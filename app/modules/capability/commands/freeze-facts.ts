import type { TenantContext } from '#db/tenancy';
import { exposuresOf } from '~/modules/occupations/queries/ai-evidence-exposures';
import { socGroups } from '~/modules/occupations/queries/crosswalk-groups';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { exposureWeight } from '../domain/ai-readiness/exposure-weight';
import { occupationGroupOf, occupationTree } from '../domain/ai-readiness/occupation-tree';
import type { FrozenRelease } from '../domain/suppression/release-facts';
import { mainOccupation } from '../domain/target';
import type { Method } from '../queries/get-method';
import { titlesOf } from '../queries/titles-of';
import type { PastTeams } from './past-teams';
import { listPeopleOfRelease } from './release-people';

export interface FrozenFacts {
  readonly facts: FrozenRelease;
  /** Release of the exposure data that weighs AI use; null where none is loaded. */
  readonly exposureRelease: string | null;
  /** What the teams add to the overview on a day that is over; null: today, as stored. */
  readonly past: PastTeams | null;
}

/** What a release of a day freezes: the people, by team and by group of their main occupation. */
export async function freezeFacts(
  ctx: TenantContext,
  question: { readonly method: Method; readonly asOf: string },
): Promise<FrozenFacts> {
  const { asOf } = question;
  const tree = await getTeamTree(ctx, asOf);
  const { people, past } = await listPeopleOfRelease(ctx, question);
  const ids = people.map(({ employeeId }) => employeeId);
  const held = Map.groupBy(await listOccupationsAsOf(ctx, ids, asOf), ({ employeeId }) => employeeId);
  const socOf = new Map([...held].map(([id, occupations]) => [id, mainOccupation(occupations)?.soc ?? '']));
  const socs = [...new Set(socOf.values())].sort();
  const exposures = await exposuresOf(ctx, socs);
  const weigh = <T extends { readonly employeeId: string }>(person: T) => ({
    ...person,
    exposure: exposureWeight(exposures.bySoc.get(socOf.get(person.employeeId) ?? '')?.exposure ?? null),
  });
  const weighed = people.map(weigh);
  const groups = occupationTree(socs, { groups: await socGroups(ctx), titles: await titlesOf(ctx, socs) });
  return {
    facts: {
      groups: tree.map(({ teamId, parentId, name }) => ({ id: teamId, parentId, name })),
      people: weighed,
      occupations: {
        groups,
        people: weighed.map((person) => {
          const soc = socOf.get(person.employeeId);
          return { ...person, groupId: soc ? occupationGroupOf(soc) : null };
        }),
      },
    },
    exposureRelease: exposures.release,
    past,
  };
}
