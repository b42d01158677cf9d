import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { PageHeader } from '~/components/page-header';
import { SegmentedLinks } from '~/components/segmented-links';
import { tenantLoader } from '~/http/tenant-route.server';
import { describeOccupation } from '~/modules/frameworks/queries/describe-occupation';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { FrameworkCard } from '~/modules/frameworks/ui/framework-card';
import { INSTRUMENT_LABELS, INSTRUMENT_ORDER } from '~/modules/frameworks/ui/instrument-labels';
import { EvidencePack } from '~/modules/occupations/ui/evidence-pack';
import { SourceAnchors } from '~/modules/occupations/ui/source-anchors';
import { SourceList } from '~/modules/occupations/ui/source-list';
import { NoFramework } from './no-framework';
import { OccupationFacts } from './occupation-facts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.occupation.title ?? 'Occupation'} · Cadre` },
];

/** One occupation: the statements of one instrument by level, evidence pack, source anchors, sources. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, params, url }) => {
  const soc = params.soc ?? '';
  const occupation = await describeOccupation(ctx, soc);
  const view = url.searchParams.get('view') ?? '';
  const instrument = isInstrument(view) ? view : (firstInstrument(occupation.frameworks) ?? 'mastery');
  const versions = occupation.frameworks.filter((framework) => framework.instrument === instrument);
  const asked = url.searchParams.get('version');
  const version = (versions.find((framework) => framework.version === asked) ?? versions[0])?.version;
  const framework = version === undefined ? null : await getFramework(ctx, { soc, instrument, version });
  return {
    occupation,
    instrument,
    framework,
    versions: [...new Set(versions.map((one) => one.version))],
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

function firstInstrument(frameworks: readonly { instrument: string }[]) {
  return INSTRUMENT_ORDER.find((one) => frameworks.some(({ instrument }) => instrument === one));
}

export default function OccupationPage() {
  const { occupation, instrument, framework, versions, organization, base } = useLoaderData<typeof loader>();
  const place = `${base}/occupations/${occupation.soc}`;
  const views = INSTRUMENT_ORDER.map((one) => {
    const count = occupation.frameworks.find((found) => found.instrument === one)?.statements;
    const label = `${INSTRUMENT_LABELS[one]}${count === undefined ? '' : ` ${count}`}`;
    return { label, to: `${place}?view=${one}`, current: one === instrument };
  });
  const choices = versions.map((version) => ({
    label: version,
    to: `${place}?view=${instrument}&version=${encodeURIComponent(version)}`,
    current: version === framework?.version,
  }));
  return (
    <>
      <PageHeader
        title={occupation.title}
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: occupation.soc },
        ]}
        asOf={<OccupationFacts occupation={occupation} />}
        tools={<SegmentedLinks label="Statements" options={views} />}
      />
      {choices.length > 1 ? (
        <div className="bar">
          <span className="small">Version</span>
          <SegmentedLinks label="Version" options={choices} />
        </div>
      ) : null}
      {framework ? (
        <FrameworkCard framework={framework} />
      ) : (
        <NoFramework instrument={instrument} occupation={occupation} />
      )}
      <div className="occupation-sources">
        <div>
          <Card title="Evidence pack" padded={occupation.evidence.length === 0}>
            <EvidencePack evidence={occupation.evidence} />
          </Card>
          <Card title="Sources">
            <SourceList sources={occupation.sources} />
          </Card>
        </div>
        <Card title="Source anchors">
          <SourceAnchors occupation={occupation} />
        </Card>
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
