import { readQuery } from '~/http/api-query';
import { apiUpload } from '~/http/api-upload.server';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { type Permission, reachOf } from '~/modules/organizations/domain/permissions';
import { startImport } from '~/modules/people/commands/imports/start-import';
import type { ImportKind } from '~/modules/people/domain/imports/import-report';
import {
  importFormSchema,
  importListQuery,
  importListSchema,
} from '~/modules/people/domain/imports/import-schemas';
import { describeImport } from '~/modules/people/queries/describe-import';
import { listImportResources } from '~/modules/people/queries/list-import-resources';
import { Forbidden, InvalidInput } from '~/shared/errors';
import { issueWords } from '~/shared/issue-words';

const MAX_BYTES = 64 * 1024 * 1024;

/** What each kind of file needs. */
const NEEDED: Readonly<Record<ImportKind, Permission>> = {
  employees: 'directory:write',
  positions: 'directory:write',
  targets: 'catalogue:write',
  assessments: 'cycles:run',
};

/** Imports that were sent, newest first. */
export const loader = apiLoader({ permission: 'directory:write' }, async ({ ctx, viewer, url }) => {
  const { items, next } = await listImportResources(ctx, viewer, readQuery(url, importListQuery));
  return withNextLink(importListSchema.parse({ items }), url, next);
});

/** Takes a file of people, posts, targets or ratings; the worker reads it and takes its good rows. */
export const action = apiUpload(
  { permission: 'directory:write', maxBytes: MAX_BYTES },
  async ({ ctx, viewer, fields, upload }) => {
    const form = importFormSchema.safeParse(fields);
    if (!form.success)
      throw new InvalidInput(
        'The fields of the form are not those of an import.',
        form.error.issues.map((issue) => ({
          pointer: `/${issue.path.join('/')}`,
          detail: issueWords(issue),
        })),
      );
    const { kind, rejected, everybody, words } = form.data;
    if (reachOf(viewer.role, NEEDED[kind]) !== 'all')
      throw new Forbidden(`The role of this token does not import ${kind}.`);
    const id = await startImport(ctx, {
      kind,
      rejected,
      everybody,
      words,
      uploadId: upload.uploadId,
      step: 'take',
      withHorizon: reachOf(viewer.role, 'horizon:read') !== 'none',
    });
    return Response.json(await describeImport(ctx, viewer, id), {
      status: 202,
      headers: { Location: `/api/v1/imports/${id}`, 'Cache-Control': 'no-store' },
    });
  },
);
