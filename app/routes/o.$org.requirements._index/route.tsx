import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { ExportLinks } from '~/components/export-links';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { REQUIREMENT_STATES } from '~/modules/capability/domain/requirements/requirement-state';
import { listRequirements } from '~/modules/capability/queries/list-requirements';
import { RequirementTable } from '~/modules/capability/ui/requirements/requirement-table';
import { STATE_LABELS } from '~/modules/capability/ui/requirements/requirement-words';
import { reachOf } from '~/modules/organizations/domain/permissions';

export const meta: MetaFunction = () => [{ title: 'Requirements · Cadre' }];

/** What groups are asked to have, and whether they have it. */
export const loader = tenantLoader({ permission: 'requirements:read' }, async ({ ctx, viewer, url }) => ({
  ended: url.searchParams.has('ended'),
  list: await listRequirements(ctx, viewer),
  mayWrite: reachOf(viewer.role, 'catalogue:write') !== 'none',
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

export default function RequirementsPage() {
  const { ended, list, mayWrite, organization, base } = useLoaderData<typeof loader>();
  const { items, counts, asOf, today, seesStates } = list;
  const add = mayWrite ? (
    <ButtonLink to={`${base}/requirements/new`} variant="primary">
      Add a requirement
    </ButtonLink>
  ) : null;
  const total = REQUIREMENT_STATES.filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${STATE_LABELS[state]}`)
    .join(', ');
  return (
    <>
      <PageHeader
        title="Requirements"
        crumbs={[{ label: organization, to: base }, { label: 'Requirements' }]}
        asOf={
          seesStates && items.length > 0 ? (
            <>
              As of <DayText day={asOf} />: {total}
            </>
          ) : undefined
        }
        tools={
          items.length > 0 ? (
            <>
              <ExportLinks to={`${base}/requirements/export`} of="requirements" />
              {add}
            </>
          ) : undefined
        }
      />
      <FormOutcome refused={undefined} done={ended ? 'The requirement was ended.' : null} />
      <p className="lead">
        How many people of a group must hold a level. A holder is active and available, was rated by somebody
        else, and the evidence is not due for re-check. A team counts with all beneath it.
      </p>
      {seesStates ? null : (
        <p className="footnote">
          Whether a requirement is met is not shown to your role: it would tell what few people can do.
        </p>
      )}
      {items.length > 0 ? (
        <RequirementTable items={items} base={base} today={today} seesStates={seesStates} />
      ) : (
        <EmptyState title="No requirement written" action={add}>
          A requirement such as “two people at level 3 on every night shift team” stands here with the groups
          that meet it and those that do not.
        </EmptyState>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
