import { tenantLoader } from '~/http/tenant-route.server';
import { tenantStream } from '~/http/tenant-stream.server';
import { recordCopy } from '~/modules/organizations/commands/record-copy';
import { exportOrganization } from '~/modules/organizations/queries/export-organization';
import { exportPartOf } from '~/modules/organizations/queries/export-part-of';
import { listExportedMembers } from '~/modules/organizations/queries/list-exported-members';

/** A copy of the organization as JSON lines, as much of it as the role reads, sent while it is read. */
export const loader = tenantLoader({ permission: 'organization:export' }, async (args) => {
  const { ctx, viewer, context } = args;
  const part = exportPartOf(viewer.role);
  const members = await listExportedMembers(context.database, viewer.organization.id);
  recordCopy(ctx, viewer, part);
  const { organization } = viewer;
  const copy = { organization, at: ctx.now, tables: part.tables, members };
  return new Response(
    tenantStream(args, (inTenant) => exportOrganization(inTenant, copy)),
    {
      headers: {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Content-Disposition': `attachment; filename="${organization.slug}.jsonl"`,
        'Cache-Control': 'no-store',
      },
    },
  );
});
