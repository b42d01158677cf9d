import type { TenantContext } from '#db/tenancy';
import { findUserOfEmployee } from '~/modules/people/queries/find-user-of-employee';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { getMethod } from './get-method';

/** Whom an erasure is about. */
export interface ErasureSubject {
  readonly employeeId: string;
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  /** Who signs in as the person; null: nobody. */
  readonly userId: string | null;
}

/** The person as the directory knows them. Throws NotFound. */
export async function getErasureSubject(ctx: TenantContext, employeeId: string): Promise<ErasureSubject> {
  const { today } = await getMethod(ctx);
  const { externalId, name, email, employment } = await getEmployee(ctx, { employeeId }, today);
  return {
    employeeId,
    externalId,
    name,
    email,
    title: employment?.title ?? null,
    userId: await findUserOfEmployee(ctx, employeeId),
  };
}
