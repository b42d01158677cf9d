import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listImportPreview, type PreviewPage } from '~/modules/people/queries/list-import-preview';

/** A page of the preview of an import of ratings; whose ratings it shows is noted. */
export async function listRatingsPreview(
  ctx: TenantContext,
  viewer: Viewer,
  importId: string,
  page: Parameters<typeof listImportPreview>[2],
): Promise<PreviewPage> {
  const shown = await listImportPreview(ctx, importId, page);
  const people = [...new Set(shown.rows.flatMap(({ detail }) => detail.employeeId ?? []))];
  const reach = reachOf(viewer.role, 'cycles:run');
  if (people.length > 0) noteView(ctx, { viewer, reach, scope: { kind: 'people', team: null, people } });
  return shown;
}
