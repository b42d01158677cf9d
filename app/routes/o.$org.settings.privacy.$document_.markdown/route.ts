import { tenantLoader } from '~/http/tenant-route.server';
import { writeMarkdown } from '~/modules/capability/domain/privacy/write-markdown';
import { fileName, readDocument } from '../o.$org.settings.privacy.$document/read-document.server';

/** A document of the privacy pack as a Markdown file. */
export const loader = tenantLoader({ permission: 'organization:read' }, async (args) => {
  const { name, document, version } = await readDocument(args);
  return new Response(writeMarkdown(document), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName(args.viewer.organization.slug, name, version)}"`,
      'Cache-Control': 'no-store',
    },
  });
});
