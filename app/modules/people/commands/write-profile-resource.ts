import type { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { lockPeopleImport } from '../data/import-lock';
import { listPositionProfiles, type PositionProfileRow } from '../data/position-profiles';
import type { positionProfileBody } from '../domain/position-parts-schemas';
import { writePositionProfile } from './write-position-profile';

type Asked = z.output<typeof positionProfileBody>;

interface ProfileSent {
  readonly positionId: string;
  readonly body: Asked;
  /** The organization's day. */
  readonly today: string;
}

/**
 * Writes a post's own profile as the API was sent it. A reason is a person's word: each stays on the days for which it
 * was given. One that is sent has to be the one that stands on the first day, so that what was read can be sent back.
 * @returns what follows that may not be meant. @throws NotFound; InvalidInput for another reason.
 */
export async function writeProfileResource(
  ctx: TenantContext,
  { positionId, body, today }: ProfileSent,
): Promise<FieldError[]> {
  const { dimensions, from = today } = body;
  await lockPeopleImport(ctx);
  const stored = await listPositionProfiles(ctx, [positionId]);
  const standing = new Map(
    stored
      .filter(({ validFrom, validTo }) => validFrom <= from && (validTo === null || from < validTo))
      .map((row) => [row.dimension, row]),
  );
  const faults = dimensions.flatMap((asked, at) => otherReasons(asked, standing.get(asked.dimension), at));
  if (faults.length > 0) throw new InvalidInput('The body is not right.', faults);
  const written = dimensions.map(({ dimension, level, weight, critical }) => ({
    ...{ dimension, level, weight, critical },
  }));
  await writePositionProfile(ctx, { positionId, dimensions: written, from, today });
  return standing.size === 0 && written.length > 0 ? [FIRST_PROFILE] : [];
}

const FIRST_PROFILE: FieldError = {
  pointer: '/dimensions',
  detail:
    'The post had no profile of its own. From this day only the dimensions named here count for it, and what its occupation and role band ask for no longer does.',
};

const SAID = ['reason', 'reasonSource', 'saidOn'] as const;

/** What is sent of a reason and does not stand there. */
function otherReasons(
  asked: Asked['dimensions'][number],
  standing: PositionProfileRow | undefined,
  at: number,
): FieldError[] {
  return SAID.filter((name) => asked[name] !== undefined && asked[name] !== (standing?.[name] ?? null)).map(
    (name) => ({
      pointer: `/dimensions/${at}/${name}`,
      detail:
        'is said by a person, in the browser. Leave it out, or send it as it stands on the day: it is kept.',
    }),
  );
}
