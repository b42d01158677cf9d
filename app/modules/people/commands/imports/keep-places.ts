import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import { keepFormerEmployments, listPlacesFound } from '../../data/former-places';
import { formerEmployments } from '../../domain/former-employments';

const BATCH = 2_000;

/** Keeps until when people were known in teams and under managers that are told no more once an import is taken back. */
export async function keepPlaces(
  ctx: TenantContext,
  importId: string,
  { employeeIds, today }: { readonly employeeIds: readonly string[]; readonly today: string },
): Promise<void> {
  for (const batch of batches(employeeIds, BATCH)) {
    const people = await listPlacesFound(ctx, importId, batch);
    await keepFormerEmployments(
      ctx,
      people.flatMap(({ employeeId, standing, found }) =>
        formerEmployments(standing, found, {
          ...{ employeeId, today },
          teamOf: ({ team }) => team,
          managerOf: ({ manager }) => manager,
        }),
      ),
    );
  }
}
