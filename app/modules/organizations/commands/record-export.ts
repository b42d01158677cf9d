import type { TenantContext } from '#db/tenancy';
import type { EXPORTED_TABLES } from '../domain/audit/export-actions';
import { recordAudit } from './record-audit';

interface Export {
  readonly table: (typeof EXPORTED_TABLES)[number];
  readonly format: 'csv' | 'xlsx' | 'svg';
  readonly rows: number;
}

/** Notes in the audit log that somebody took a table along. */
export function recordExport(ctx: TenantContext, details: Export): void {
  recordAudit(ctx, {
    action: 'table.export',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { ...details },
  });
}
