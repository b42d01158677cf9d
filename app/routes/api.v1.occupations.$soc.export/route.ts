import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { writeLerJson } from '~/modules/frameworks/domain/write-ler-json';
import { exportLer } from '~/modules/frameworks/queries/export-ler';
import { lerExportQuery } from '~/modules/frameworks/queries/framework-schemas';

/** The LER JSON document of an occupation, deep-equal to the one that was imported. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url, params }) => {
  readQuery(url, lerExportQuery);
  const soc = params.soc ?? '';
  const document = await exportLer(ctx, soc);
  return new Response(writeLerJson(document), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${soc}.ler.json"`,
      'Cache-Control': 'no-store',
    },
  });
});
