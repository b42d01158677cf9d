import { orderWaiting } from '~/modules/capability/commands/order-waiting';
import type { TenantTask } from '../run-task';

/** Puts the disagreements of some people after the other in order; each batch is one transaction. */
export const orderDisagreements: TenantTask<'order-disagreements'> = async ({ inTenant, logger }) => {
  let people = 0;
  for (;;) {
    const ordered = await inTenant(orderWaiting);
    if (ordered === 0) break;
    people += ordered;
  }
  logger.info({ people }, 'disagreements put in order');
};
