import { downloadFile } from '~/http/file-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { getEvidenceFile } from '~/modules/capability/queries/get-evidence-file';

/** A file of evidence, for who reads the ratings of the person. */
export const loader = tenantLoader(
  { permission: 'profiles:read' },
  async ({ ctx, viewer, reach, params: { id: employeeId = '', file = '' } }) =>
    downloadFile(await getEvidenceFile(ctx, { viewer, reach, employeeId }, file)),
);
