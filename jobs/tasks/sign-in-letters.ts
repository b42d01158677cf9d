import { queueSignInLetters } from '~/modules/organizations/commands/queue-sign-in-letters';
import { findRecordAddress } from '~/modules/people/queries/find-record-address';
import type { TenantTask } from '../run-task';

/**
 * Letters that a sign-in was connected with a record, or taken back: each is told, also where the other was done since.
 * A person who is gone from the directory is not written about.
 */
export const signInLetters: TenantTask<'sign-in-letters'> = async ({ payload, inTenant, inMembers }) => {
  const record = await inTenant((ctx) => findRecordAddress(ctx, payload.employeeId));
  if (record) await inMembers((ctx) => queueSignInLetters(ctx, { ...payload, recordEmail: record.email }));
};
