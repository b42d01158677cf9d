import { z } from 'zod';
import { erasePerson as erase } from '~/modules/capability/commands/erase-person';
import { forgetUserOfPerson } from '~/modules/capability/commands/forget-user-of-person';
import { getErasureSubject } from '~/modules/capability/queries/get-erasure-subject';
import { endSignIn } from '~/modules/organizations/commands/end-sign-in';
import { requireErasableBy } from '~/modules/organizations/commands/require-erasable';
import { findAccount } from '~/modules/organizations/queries/find-account';
import { runOperation } from '../run-operation';
import type { TenantTask } from '../run-task';

const input = z.strictObject({ employeeId: z.uuid() });

/**
 * Erases a person. Three transactions, each of which may be done again: what the sign-in did, then the sign-in, then
 * the record, by which the first two are found; the last one ends the operation. Whoever asked has to be one who may
 * still, before anything is done and again when the sign-in ends.
 */
export const erasePerson: TenantTask<'erase-person'> = ({ payload, inMembers, keyedHash, ...run }) =>
  runOperation(
    run,
    { ...payload, input },
    async ({ input: { employeeId }, requestedBy: askedBy, checkpoint, inTenant, report }) => {
      await checkpoint();
      const subject = await inTenant((ctx) => getErasureSubject(ctx, employeeId));
      const { userId, email } = subject;
      const account =
        userId === null
          ? null
          : await inMembers(async (ctx) => {
              await requireErasableBy(ctx, askedBy, userId);
              return findAccount(ctx, userId);
            });
      await inTenant((ctx) => forgetUserOfPerson(ctx, subject, account));
      report(0.3);
      await inMembers((ctx) =>
        endSignIn(ctx, keyedHash, { employeeId, userId, emails: email === null ? [] : [email], askedBy }),
      );
      report(0.5);
      return inTenant((ctx) => erase(ctx, subject, payload.operationId));
    },
  );
