import { downloadFile } from '~/http/file-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { getOwnEvidenceFile } from '~/modules/assessments/queries/get-own-evidence-file';
import { cycleOf } from '../o.$org.assess._index/grid-state.server';

/** A file that the viewer added to an own rating. */
export const loader = tenantLoader(
  { permission: 'ratings:submit' },
  async ({ ctx, viewer, url, params: { employee: employeeId = '', file: fileId = '' } }) => {
    const cycleId = cycleOf(url.searchParams.get('cycle') ?? '');
    const dimension = url.searchParams.get('dimension') ?? '';
    const cell = { employeeId, cycleId, dimension };
    return downloadFile(await getOwnEvidenceFile(ctx, viewer, { cell, fileId }));
  },
);
