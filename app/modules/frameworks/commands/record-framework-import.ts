import type { Actor, TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { ImportReport } from './import-report';

/** Says in the audit log that a framework file was taken into the organization's own catalogue. */
export function recordFrameworkImport(
  ctx: TenantContext,
  { occupation, frameworks, changed }: ImportReport,
  asker?: Actor,
): void {
  const outcomes = frameworks.map(({ instrument, version, outcome }) => ({ instrument, version, outcome }));
  recordAudit(
    ctx,
    {
      action: 'framework.import',
      subject: { kind: 'occupation', id: occupation.soc },
      details: { changed, frameworks: outcomes },
    },
    asker,
  );
}
