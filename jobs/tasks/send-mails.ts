import { readEnvironment } from '~/env.server';
import { originsOf } from '~/http/cookie-policy.server';
import { createMailer } from '~/mail/create-mailer.server';
import { sendMails as send } from '~/modules/organizations/commands/send-mails';
import { findRecordIn } from '../find-record';
import type { SystemTask } from '../run-task';

/** Sends the letters that wait. */
export const sendMails: SystemTask = async ({ database, logger }) => {
  const environment = readEnvironment();
  const [origin = ''] = originsOf(environment);
  const findRecord = findRecordIn(database);
  await send({ database, logger, origin, findRecord, mailer: createMailer(environment, logger) });
};
