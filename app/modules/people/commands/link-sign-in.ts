import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict, Forbidden, NotFound } from '~/shared/errors';
import {
  findEmployee,
  findEmployeeIdByUser,
  findUserOfEmployee,
  updateEmployeeUser,
} from '../data/employees';

/**
 * Says that a sign-in belongs to a person of the organization. Throws NotFound without such a person, Conflict when
 * the sign-in belongs to another one.
 */
export async function linkSignIn(
  ctx: TenantContext,
  link: { readonly externalId: string; readonly userId: string },
): Promise<void> {
  const employee = await findEmployee(ctx, { externalId: link.externalId });
  if (!employee) throw new NotFound('There is no such person in this organization.');
  const linked = await findEmployeeIdByUser(ctx, link.userId);
  if (linked === employee.employeeId) return;
  if (linked !== undefined) throw new Conflict('This sign-in belongs to another person of the organization.');
  await updateEmployeeUser(ctx, employee.employeeId, link.userId);
}

export interface SignInChange {
  readonly employeeId: string;
  /** A member of the organization; null: nobody signs in as the person. */
  readonly userId: string | null;
}

/**
 * Says by hand who signs in as a person, or that nobody does. Whoever signs in as a person reads that person's record:
 * nobody says so of themselves, and letters tell of it, and of taking it back, whatever becomes of it meanwhile. The
 * caller knows that the user is a member.
 * @throws NotFound; Forbidden for oneself; Conflict when the sign-in, or the person, belongs to somebody else.
 */
export async function changeSignIn(ctx: TenantContext, { employeeId, userId }: SignInChange): Promise<void> {
  const employee = await findEmployee(ctx, { employeeId });
  if (!employee) throw new NotFound('There is no such person in this organization.');
  const before = await findUserOfEmployee(ctx, employeeId);
  if (before === userId) return;
  if (userId === ctx.actor.id)
    throw new Forbidden('Nobody connects their own sign-in with a record. Ask somebody else who may.');
  if (before !== null && userId !== null)
    throw new Conflict('Somebody else signs in as this person. Take that back first.');
  const linked = userId === null ? undefined : await findEmployeeIdByUser(ctx, userId);
  if (linked !== undefined) throw new Conflict('This sign-in belongs to another person of the organization.');
  await updateEmployeeUser(ctx, employeeId, userId);
  recordAudit(ctx, {
    action: 'employee.link',
    subject: { kind: 'employee', id: employeeId },
    details: { user: userId ?? before ?? '', linked: userId !== null },
  });
  const changed = userId ?? before;
  if (changed === null) return;
  const told = { employeeId, userId: changed, by: ctx.actor.id, isLinked: userId !== null };
  await enqueue(ctx, 'sign-in-letters', told, { key: null });
}
