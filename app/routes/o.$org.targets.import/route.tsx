import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { titlesOf } from '~/modules/capability/queries/titles-of';
import { TargetsFileCard } from '~/modules/capability/ui/targets/targets-file-card';
import { type FilePreview, TargetsFilePreview } from '~/modules/capability/ui/targets/targets-file-preview';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { importTargetsTable } from '~/modules/people/commands/import-targets';
import { countOutcomes, realChanges } from '~/modules/people/domain/plan-targets';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { profileKey } from '~/modules/people/domain/unwritten-profiles';
import { previewTargetsTable } from '~/modules/people/queries/preview-targets-table';
import { readTargetsForm } from './read-targets-form.server';

export const meta: MetaFunction = () => [{ title: 'Import target profiles · Cadre' }];

const LISTED = 200;

/** Takes a file of target profiles in: first what it would change, then all of it or nothing. */
export const loader = tenantLoader({ permission: 'catalogue:write' }, async ({ ctx, viewer }) => ({
  today: (await getMethod(ctx)).today,
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

interface Open {
  readonly preview: FilePreview | null;
  readonly done: string | null;
  readonly refused: string | null;
}

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readTargetsForm,
    refused: ({ kind, reason, errors }) => {
      const places = errors.slice(0, LISTED).map(({ pointer, detail }) => `${pointer}: ${detail}`);
      const refused = [reason, ...places.filter((place) => !reason.includes(place))].join(' ');
      return data<Open>({ preview: null, done: null, refused }, { status: kind === 'conflict' ? 409 : 422 });
    },
  },
  async ({ ctx, body }) => {
    const { table, uploadId, from, revision } = body;
    const { today } = await getMethod(ctx);
    if (body.intent === 'apply') {
      const input = { table, today, validFrom: from, dimensions: DIMENSIONS, revision };
      const { warnings: _warnings, ...counts } = await importTargetsTable(ctx, input);
      await removeUpload(ctx, uploadId);
      const subject = { kind: 'organization', id: ctx.organizationId } as const;
      recordAudit(ctx, { action: 'targets.import', subject, details: counts });
      const { created, changed, unchanged } = counts;
      const done = `Imported: ${created} created, ${changed} changed, ${unchanged} unchanged. The figures follow within seconds.`;
      return data<Open>({ preview: null, done, refused: null });
    }
    const found = await previewTargetsTable(ctx, { table, dimensions: DIMENSIONS, from });
    const changes = realChanges(found.changes);
    const titles = await titlesOf(ctx, [...new Set(changes.map(({ soc }) => soc))]);
    return data<Open>({
      preview: {
        name: table.file,
        uploadId,
        from,
        revision: found.revision,
        counts: countOutcomes(found.changes),
        changes: changes.slice(0, LISTED).map((change) => ({
          ...change,
          profile: `${titles[change.soc] ?? change.soc}, ${ROLE_BAND_LABELS[change.roleBand]}`,
          wasDefault: found.unwritten.has(profileKey(change)),
        })),
        becomeWritten: found.unwritten.size,
        faults: found.faults.slice(0, LISTED),
        refusedRows: found.faults.length,
        warnings: found.warnings.slice(0, LISTED),
      },
      done: null,
      refused: null,
    });
  },
);

export default function ImportTargetsPage() {
  const { today, organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const list = { label: 'Target profiles', to: `${base}/targets` };
  return (
    <>
      <PageHeader
        title="Import target profiles"
        crumbs={[{ label: organization, to: base }, list, { label: 'Import' }]}
      />
      <FormOutcome refused={answer?.refused ?? undefined} done={answer?.done} />
      <div className="stack">
        {answer?.preview ? <TargetsFilePreview preview={answer.preview} listed={LISTED} /> : null}
        <TargetsFileCard today={today} base={base} />
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
