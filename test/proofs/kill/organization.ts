import { seedOrganization } from '#test/factories/seed-organization';
import { createPasswordKeeper } from '~/http/password.server';
import { readSecrets } from '~/secrets.server';
import { withAccess } from './access';
import type { Instance } from './instance';

export const PASSWORD = 'correct horse battery staple';

/** The organization that is written to while parts are killed. */
export interface Target {
  readonly organizationId: string;
  readonly slug: string;
  /** Address of somebody who may import. */
  readonly email: string;
  readonly colleagues: { readonly rater: string; readonly rated: readonly string[] };
}

/** Persons of the seeded organization: ten guards, rated by an eleventh. */
const RATER = 10;
const RATED = [3, 4, 5, 6, 7, 14, 15, 16, 17, 18];

/** Puts a small organization into a running Cadre, through the commands of the product. */
export async function makeTarget({ dataDir, pid }: Instance): Promise<Target> {
  const passwords = createPasswordKeeper(readSecrets({ DATA_DIR: dataDir, CADRE_SECRETS: undefined }));
  const passwordHash = await passwords.hash(PASSWORD);
  const made = await whileStopped(pid('worker'), () =>
    withAccess(dataDir, (access) => seedOrganization(access, { letter: 'k', passwordHash })),
  );
  const external = (number: number) => made.person(number).externalId;
  return {
    organizationId: made.organizationId,
    slug: made.slug,
    email: made.members.owner.email,
    colleagues: { rater: external(RATER), rated: RATED.map(external) },
  };
}

/** The worker stands still meanwhile: the seed computes figures and makes the release itself. */
async function whileStopped<T>(worker: number | null, work: () => Promise<T>): Promise<T> {
  if (worker) process.kill(worker, 'SIGSTOP');
  try {
    return await work();
  } finally {
    if (worker) process.kill(worker, 'SIGCONT');
  }
}
