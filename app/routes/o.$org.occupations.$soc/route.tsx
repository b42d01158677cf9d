import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { SegmentedLinks } from '~/components/segmented-links';
import { tenantLoader } from '~/http/tenant-route.server';
import { findCitedSource } from '~/modules/frameworks/queries/cited-source';
import { describeOccupation } from '~/modules/frameworks/queries/describe-occupation';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { FrameworkLinks } from '~/modules/frameworks/ui/framework-links';
import { INSTRUMENT_LABELS, INSTRUMENT_ORDER } from '~/modules/frameworks/ui/instrument-labels';
import { listOnetProfiles } from '~/modules/occupations/queries/onet-profiles';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { OccupationFacts } from './occupation-facts';
import { OccupationLead } from './occupation-lead';
import { OccupationSections } from './occupation-sections';
import { addressOf, readState, type View } from './occupation-state';
import { OnetView } from './onet-view';
import { StatementsView } from './statements-view';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.occupation.title ?? 'Occupation'} · Cadre` },
];

/** One occupation: statements of one instrument by level or the tables of the source, and all it rests on. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, params, url }) => {
  const soc = params.soc ?? '';
  const { attributes, attributeSources, ...occupation } = await describeOccupation(ctx, soc);
  const state = readState(url.searchParams, occupation.frameworks);
  const ofView = occupation.frameworks.filter(({ instrument }) => instrument === state.view);
  const version = (ofView.find((one) => one.version === state.version) ?? ofView[0])?.version;
  const framework =
    state.view === 'onet' || version === undefined
      ? null
      : await getFramework(ctx, { soc, instrument: state.view, version });
  const onet =
    state.view === 'onet'
      ? { attributes, sources: attributeSources, profiles: await listOnetProfiles(ctx, soc) }
      : null;
  return {
    occupation,
    state,
    framework,
    cited:
      state.cite !== null && framework
        ? await findCitedSource(ctx, { cite: state.cite, framework, occupation })
        : null,
    onet,
    versions: [...new Set(ofView.map((one) => one.version))],
    mayWrite: reachOf(viewer.role, 'catalogue:write') !== 'none',
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

export default function OccupationPage() {
  const { occupation, state, framework, cited, onet, versions, mayWrite, organization, base } =
    useLoaderData<typeof loader>();
  const place = `${base}/occupations/${occupation.soc}`;
  const tab = (view: View, label: string) => ({
    label,
    to: addressOf(place, { view }),
    current: view === state.view,
  });
  const tabs = INSTRUMENT_ORDER.map((one) => {
    const count = occupation.frameworks.find((found) => found.instrument === one)?.statements;
    return tab(one, `${INSTRUMENT_LABELS[one]}${count === undefined ? '' : ` ${count}`}`);
  });
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
        tools={<SegmentedLinks label="Statements" options={[...tabs, tab('onet', 'O*NET data')]} />}
      />
      <OccupationLead description={occupation.description} lineage={occupation.lineage} />
      {onet ? (
        <OnetView title={occupation.title} {...onet} />
      ) : (
        <StatementsView
          {...{ occupation, framework, versions, cited, state, place }}
          standards={`${base}/standards`}
        />
      )}
      {state.view === 'onet' ? null : (
        <FrameworkLinks
          {...{ base, mayWrite }}
          soc={occupation.soc}
          instrument={state.view}
          version={framework?.version ?? null}
        />
      )}
      <OccupationSections occupation={occupation} base={base} />
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
