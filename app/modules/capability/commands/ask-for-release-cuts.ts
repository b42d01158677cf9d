import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';

/** Asks the worker for the released figures that a view waits for; called by whoever shows such a view. */
export function askForReleaseCuts(ctx: TenantContext, view: { readonly preparing: boolean }): void {
  if (view.preparing) ctx.atEnd((end) => enqueue(end, 'prepare-release-cuts', {}));
}
