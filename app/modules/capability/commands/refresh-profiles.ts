import { setImmediate } from 'node:timers/promises';
import type { TenantContext } from '#db/tenancy';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';
import { batches } from '~/shared/batches';
import { listPersonPlaces, type PersonPlace } from '../data/person-figures';
import { type ProfileStamp, upsertProfiles } from '../data/profiles';
import { type ComputedPerson, computeFrom, type PeopleRead, readPeople } from '../queries/compute-profiles';
import type { Method } from '../queries/get-method';
import { refreshPersonFigures } from './refresh-person-figures';
import { refreshPersonOverview } from './refresh-person-overview';

interface Options {
  readonly method: Method;
  readonly stamp: ProfileStamp;
}

/** People computed at a time. */
const GROUP = 125;

/**
 * Computes and stores the profiles of these people and their compact rows; returns the teams they are in on the day.
 * While one group of them is computed here, the database stores the group before and reads the next: statements of one
 * transaction run in the order in which they are sent.
 */
export async function refreshProfiles(
  ctx: TenantContext,
  employeeIds: readonly string[],
  options: Options,
): Promise<readonly string[]> {
  const { method, stamp } = options;
  const [first, ...others] = batches(employeeIds, GROUP);
  if (!first) return [];
  let reading: Promise<Read> | null = read(ctx, first, stamp.asOf);
  let storing: Promise<void> = Promise.resolve();
  try {
    while (reading) {
      const { inputs, places } = await reading;
      const next = others.shift();
      reading = next ? begun(read(ctx, next, stamp.asOf)) : null;
      await setImmediate();
      const people = computeFrom(inputs, { method, asOf: stamp.asOf });
      const former = storing;
      storing = begun(store(ctx, people, { ...options, places }));
      await former;
    }
    await storing;
  } finally {
    await Promise.allSettled([reading, storing]);
  }
  return (await listTeamsOfPeople(ctx, employeeIds, stamp.asOf)).map((row) => row.teamId);
}

interface Read {
  readonly inputs: PeopleRead;
  readonly places: readonly PersonPlace[];
}

async function read(ctx: TenantContext, employeeIds: readonly string[], asOf: string): Promise<Read> {
  const [inputs, places] = await Promise.all([
    readPeople(ctx, employeeIds, asOf),
    listPersonPlaces(ctx, employeeIds, asOf),
  ]);
  return { inputs, places };
}

/** Goes on by itself; whoever waits for it later is told how it failed. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  return work;
}

async function store(
  ctx: TenantContext,
  people: readonly ComputedPerson[],
  options: Options & { readonly places: readonly PersonPlace[] },
): Promise<void> {
  await Promise.all([
    upsertProfiles(
      ctx,
      people.flatMap(({ rows }) => rows),
      options.stamp,
    ),
    refreshPersonFigures(ctx, people, options),
    refreshPersonOverview(ctx, people, options),
  ]);
}
