import { tenantLoader } from '~/http/tenant-route.server';
import { writeMarkdown } from '~/modules/capability/domain/privacy/write-markdown';
import { getPrivacyVersion } from '~/modules/capability/queries/get-privacy-pack';
import { fileName, versionOf } from '../o.$org.settings.privacy.$document/read-document.server';

/** The notice to employees as a Markdown file: of a version, or the last. */
export const loader = tenantLoader({ permission: 'session:read' }, async ({ ctx, viewer, url }) => {
  const { documents, version } = await getPrivacyVersion(ctx, versionOf(url) ?? undefined);
  return new Response(writeMarkdown(documents.notice), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName(viewer.organization.slug, 'notice', version)}"`,
      'Cache-Control': 'no-store',
    },
  });
});
