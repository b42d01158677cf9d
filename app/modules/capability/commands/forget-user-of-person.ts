import { forgetUser } from '#db/forget-user';
import type { TenantContext } from '#db/tenancy';
import { forgetLinker } from '~/modules/occupations/commands/forget-linker';
import { forgetInOperations } from '~/modules/organizations/commands/forget-in-operations';
import type { AccountNames } from '~/modules/organizations/queries/find-account';
import { deleteReleaseViewer } from '../data/erased-members';
import { deletePrivateViews } from '../data/saved-views';
import { viewerKeyOf } from '../domain/viewer-key';
import type { ErasureSubject } from '../queries/get-erasure-subject';

/**
 * The first half of an erasure, while it is still known who signs in as the person: what they did here is kept without
 * them. May be done again.
 * @param account Address and name of the account, which may differ from those of the record; null: there is none.
 */
export async function forgetUserOfPerson(
  ctx: TenantContext,
  subject: ErasureSubject,
  account: AccountNames | null,
): Promise<void> {
  const { employeeId, externalId, name, email, userId } = subject;
  const texts = [employeeId, userId ?? '', email ?? '', account?.email ?? ''];
  await forgetInOperations(ctx, { texts, values: [externalId, name, account?.name ?? ''] });
  if (userId === null) return;
  await forgetLinker(ctx, userId);
  await deletePrivateViews(ctx, userId);
  await forgetUser(ctx, userId);
  await deleteReleaseViewer(ctx, viewerKeyOf({ kind: 'user', id: userId, role: 'employee', teamScope: [] }));
}
