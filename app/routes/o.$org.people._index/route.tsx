import type { MetaFunction } from '@remix-run/node';
import { useLoaderData, useNavigation } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { DayText } from '~/components/date-text';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { occupationTitles } from '~/modules/occupations/queries/occupation-titles';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { readPeopleAddress } from '~/modules/people/domain/people-filter';
import { getFilterChoices } from '~/modules/people/queries/get-filter-choices';
import { hasPeople } from '~/modules/people/queries/has-people';
import { listPeople } from '~/modules/people/queries/list-people';
import { describeRows } from './describe-rows';
import { ExportLinks } from './export-links';
import { NoRows } from './no-rows';
import { OtherDay } from './other-day';
import { PeopleList } from './people-list';
import { PeopleSearch } from './people-search';
import { addressIn } from './people-state';

const PAGE_SIZE = 100;

export const meta: MetaFunction = () => [{ title: 'People · Cadre' }];

/** The people whom the viewer meets, a page at a time; with `part=rows` the rows alone, for a list that goes on. */
export const loader = tenantLoader({ permission: 'directory:read' }, async ({ ctx, viewer, reach, url }) => {
  const state = readPeopleAddress(url.searchParams);
  const base = `/o/${viewer.organization.slug}`;
  const mayWrite = reachOf(viewer.role, 'directory:write') === 'all';
  const page = await listPeople(ctx, { viewer, reach, ...state, limit: PAGE_SIZE, counted: true });
  const { index, total, next, previous, day, today, detailed } = page;
  const rows = await describeRows(ctx, { viewer, base, page, mayWrite });
  const part = { rows, index, next };
  if (url.searchParams.get('part') === 'rows') return { part, page: null };
  const choices = await getFilterChoices(ctx, { viewer, reach }, { day, team: state.filter.team });
  const titles = await occupationTitles(ctx, choices.occupations);
  return {
    part,
    page: {
      ...{ state, base, mayWrite, previous, day, today, detailed, total: total ?? 0 },
      choices: {
        ...choices,
        occupations: choices.occupations.map((soc) => ({ soc, title: titles[soc] ?? '' })),
      },
      nobody: total === 0 && !(await hasPeople(ctx)),
      organization: viewer.organization.name,
    },
  };
});

export default function PeoplePage() {
  const { part, page } = useLoaderData<typeof loader>();
  const searching = useNavigation().formMethod === 'GET';
  if (!page) return null;
  const { state, base, mayWrite, total, day, today, detailed, organization } = page;
  const count = total === 1 ? '1 person' : `${total.toLocaleString('en')} people`;
  return (
    <>
      <PageHeader
        title="People"
        crumbs={[{ label: organization, to: base }, { label: 'People' }]}
        asOf={
          <>
            As of <DayText day={day} />
          </>
        }
        tools={
          <>
            {mayWrite ? <ButtonLink to={`${base}/people/new`}>Add a person</ButtonLink> : null}
            {mayWrite ? <ButtonLink to={`${base}/imports`}>Import</ButtonLink> : null}
            {detailed && total > 0 ? <ExportLinks base={base} state={state} /> : null}
          </>
        }
      />
      {page.nobody ? null : <PeopleSearch key={`search ${addressIn('', state)}`} {...page} />}
      {day === today ? null : <OtherDay state={state} day={day} today={today} />}
      <p role="status" className="small people-count">
        {searching
          ? 'Searching …'
          : state.filter.query === ''
            ? count
            : `${count} for “${state.filter.query}”`}
      </p>
      {part.rows.length > 0 ? (
        <PeopleList key={`list ${addressIn('', state)}`} first={part} {...page} />
      ) : (
        <NoRows {...page} />
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
