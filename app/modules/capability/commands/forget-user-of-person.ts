import { forgetUser } from '#db/forget-user';
import type { TenantContext } from '#db/tenancy';
import { forgetLinker } from '~/modules/occupations/commands/forget-linker';
import { forgetInOperations } from '~/modules/organizations/commands/forget-in-operations';
import { deleteReleaseViewer } from '../data/erased-members';
import { viewerKeyOf } from '../domain/viewer-key';
import type { ErasureSubject } from '../queries/get-erasure-subject';

/**
 * The first half of an erasure, while it is still known who signs in as the person: what they did here is kept without
 * them. May be done again.
 * @param moreTexts Address and name of the account, where they differ from those of the record.
 */
export async function forgetUserOfPerson(
  ctx: TenantContext,
  subject: ErasureSubject,
  moreTexts: readonly string[],
): Promise<void> {
  const { employeeId, externalId, name, email, userId } = subject;
  const texts = [employeeId, userId ?? '', name, email ?? '', ...moreTexts];
  await forgetInOperations(ctx, { texts, values: [externalId] });
  if (userId === null) return;
  await forgetLinker(ctx, userId);
  await forgetUser(ctx, userId);
  await deleteReleaseViewer(ctx, viewerKeyOf({ kind: 'user', id: userId, role: 'employee', teamScope: [] }));
}
