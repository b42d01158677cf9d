import type { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { lockPeopleImport } from '../data/import-lock';
import { listPositionProfiles } from '../data/position-profiles';
import type { positionProfileBody } from '../domain/position-parts-schemas';
import { writePositionProfile } from './write-position-profile';

interface ProfileSent {
  readonly positionId: string;
  readonly body: z.output<typeof positionProfileBody>;
  /** The organization's day. */
  readonly today: string;
}

/**
 * Writes a post's own profile as the API was sent it. A reason is a person's word and stays as it stands on the day; a
 * dimension that is new has none. @throws NotFound.
 */
export async function writeProfileResource(
  ctx: TenantContext,
  { positionId, body, today }: ProfileSent,
): Promise<void> {
  const { dimensions, from = today } = body;
  await lockPeopleImport(ctx);
  const stored = await listPositionProfiles(ctx, [positionId]);
  const standing = new Map(
    stored
      .filter(({ validFrom, validTo }) => validFrom <= from && (validTo === null || from < validTo))
      .map((row) => [row.dimension, row]),
  );
  const written = dimensions.map((asked) => {
    const { reason = null, reasonSource = null } = standing.get(asked.dimension) ?? {};
    return { ...asked, reason, reasonSource };
  });
  await writePositionProfile(ctx, { positionId, dimensions: written, from, today });
}
