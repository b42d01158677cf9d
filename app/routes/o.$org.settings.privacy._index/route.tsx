import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { publishPrivacy } from '~/modules/capability/commands/publish-privacy';
import { compareDocuments } from '~/modules/capability/domain/privacy/compare-documents';
import { DOCUMENT_LABELS, PRIVACY_DOCUMENTS } from '~/modules/capability/domain/privacy/privacy-document';
import { getPrivacyPack } from '~/modules/capability/queries/get-privacy-pack';
import { PrivacyDifference } from '~/modules/capability/ui/privacy-difference';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listActors } from '~/modules/organizations/queries/list-actors';
import type { FieldError } from '~/shared/errors';
import { PublishForm } from './publish-form';
import { readPublication } from './read-publication.server';
import { VersionsTable } from './versions-table';

export const meta: MetaFunction = () => [{ title: 'Privacy pack · Cadre' }];

export const loader = tenantLoader({ permission: 'organization:read' }, async ({ ctx, viewer, context }) => {
  const { organization } = viewer;
  const { versions, last, now, isCurrent } = await getPrivacyPack(ctx, organization.name);
  const { revision, timeZone } = await getSettings(ctx);
  const ids = versions.map(({ publishedBy }) => publishedBy);
  const actors = await listActors(context.database, organization.id, ids);
  return {
    versions: versions.map(({ version, publishedBy, publishedAt }) => ({
      version,
      publisher: nameActor({ kind: 'user', id: publishedBy }, actors),
      publishedAt: publishedAt.toISOString(),
    })),
    isCurrent,
    differences: last ? compareDocuments(last.documents.annex, now.annex) : [],
    words: { contact: last?.contact ?? '', legalGround: last?.legalGround ?? '' },
    after: last?.version ?? 0,
    revision,
    zone: timeZone,
    organization: organization.name,
    base: `/o/${organization.slug}`,
  };
});

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'privacy:publish',
    body: readPublication,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    await publishPrivacy(ctx, viewer, body);
    return redirect(`/o/${viewer.organization.slug}/settings/privacy`);
  },
);

export default function PrivacyPack() {
  const { base, differences, isCurrent, organization, versions, zone, words, after, revision } =
    useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const path = `${base}/settings/privacy`;
  const settings = { label: 'Settings', to: `${base}/settings` };
  return (
    <>
      <PageHeader
        title="Privacy pack"
        crumbs={[{ label: organization, to: base }, settings, { label: 'Privacy pack' }]}
        asOf={after > 0 ? <Freshness version={after} isCurrent={isCurrent} /> : null}
        tools={PRIVACY_DOCUMENTS.map((name) => (
          <ButtonLink key={name} to={`${path}/${name}`}>
            {DOCUMENT_LABELS[name]}
          </ButtonLink>
        ))}
      />
      {refusal ? (
        <Notice tone="bad" title="Nothing was published" announce>
          {refusal.reason}
        </Notice>
      ) : null}
      <div className="stack">
        {differences.length > 0 ? (
          <Card title={`Changed since version ${after}`}>
            <PrivacyDifference differences={differences} />
          </Card>
        ) : null}
        <PublishForm {...words} after={after} revision={revision} faultOf={faultOf} />
        <Card title="Versions" padded={false}>
          {versions.length > 0 ? (
            <VersionsTable versions={versions} zone={zone} path={path} />
          ) : (
            <EmptyState title="Nothing is published yet">
              Read both documents above. They are made from the settings as they hold, and every member reads
              the notice once you publish it.
            </EmptyState>
          )}
        </Card>
      </div>
    </>
  );
}

/** Whether what was published last still says what holds. */
function Freshness({ version, isCurrent }: { readonly version: number; readonly isCurrent: boolean }) {
  if (isCurrent) return <span className="fresh">Version {version} says what holds</span>;
  return <span className="waiting">Settings changed since version {version}</span>;
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
