import { tenantLoader } from '~/http/tenant-route.server';
import { getPersonExport } from '~/modules/capability/queries/get-person-export';
import { recordAudit } from '~/modules/organizations/commands/record-audit';

/** What is kept about one person as a file: of oneself, or of anybody for an HR partner. */
export const loader = tenantLoader(
  { permission: 'people:export' },
  async ({ ctx, viewer, reach, params, context }) => {
    const employeeId = params['id'] ?? '';
    const copy = await getPersonExport(ctx, {
      ...{ database: context.database, viewer, reach, employeeId },
    });
    recordAudit(ctx, {
      action: 'person.export',
      subject: { kind: 'employee', id: copy.person.id },
      details: { own: copy.person.id === viewer.employeeId },
    });
    return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="person-${copy.person.id}.json"`,
        'Cache-Control': 'no-store',
      },
    });
  },
);
