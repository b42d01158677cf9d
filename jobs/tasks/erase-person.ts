import { z } from 'zod';
import { erasePerson as erase } from '~/modules/capability/commands/erase-person';
import { forgetUserOfPerson } from '~/modules/capability/commands/forget-user-of-person';
import { getErasureSubject } from '~/modules/capability/queries/get-erasure-subject';
import { endSignIn } from '~/modules/organizations/commands/end-sign-in';
import { listAccountTexts } from '~/modules/organizations/queries/list-account-texts';
import { runOperation } from '../run-operation';
import type { TenantTask } from '../run-task';

const input = z.strictObject({ employeeId: z.uuid() });

/**
 * Erases a person. Three transactions, each of which may be done again: what the sign-in did, then the sign-in, then
 * the record, by which the first two are found; the last one ends the operation.
 */
export const erasePerson: TenantTask<'erase-person'> = ({ payload, inMembers, ...run }) =>
  runOperation(
    run,
    { ...payload, input },
    async ({ input: { employeeId }, checkpoint, inTenant, report }) => {
      await checkpoint();
      const subject = await inTenant((ctx) => getErasureSubject(ctx, employeeId));
      const { userId, email } = subject;
      const texts = userId === null ? [] : await inMembers((ctx) => listAccountTexts(ctx, userId));
      await inTenant((ctx) => forgetUserOfPerson(ctx, subject, texts));
      report(0.3);
      await inMembers((ctx) => endSignIn(ctx, { userId, emails: email === null ? [] : [email] }));
      report(0.5);
      return inTenant((ctx) => erase(ctx, subject, payload.operationId));
    },
  );
