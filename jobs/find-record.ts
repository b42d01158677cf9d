import type { Database } from '#db/database';
import { withTenant } from '#db/tenancy';
import type { MailServices } from '~/modules/organizations/commands/send-mails';
import { findRecordAddress } from '~/modules/people/queries/find-record-address';

/** Looks up, for the sender of letters, the address that an organization's directory has of a person. */
export function findRecordIn(database: Database): MailServices['findRecord'] {
  const actor = { kind: 'job', id: 'send-mails' } as const;
  return (organizationId, employeeId) =>
    withTenant(database, { organizationId, actor, readOnly: true }, (ctx) =>
      findRecordAddress(ctx, employeeId),
    );
}
