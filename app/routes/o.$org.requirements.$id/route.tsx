import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { changeRequirement } from '~/modules/capability/commands/change-requirement';
import { getRequirement } from '~/modules/capability/queries/get-requirement';
import { RequirementCard } from '~/modules/capability/ui/requirements/requirement-card';
import { RequirementGroups } from '~/modules/capability/ui/requirements/requirement-groups';
import { requirementWords } from '~/modules/capability/ui/requirements/requirement-words';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { readRequirementForm } from '../o.$org.requirements.new/read-requirement-form.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? page.detail.requirement.name : 'Requirement'} · Cadre` },
];

/** One requirement, its groups, and who holds it where the reader may know. */
export const loader = tenantLoader(
  { permission: 'requirements:read' },
  async ({ ctx, viewer, params, url }) => {
    const group = url.searchParams.get('group');
    const detail = await getRequirement(ctx, { viewer, requirementId: params['id'] ?? '', group });
    const mayWrite = reachOf(viewer.role, 'catalogue:write') !== 'none';
    const teams = mayWrite ? await getTeamTree(ctx, detail.today) : [];
    return {
      detail,
      mayWrite,
      namesPeople: ['all', 'subtree'].includes(reachOf(viewer.role, 'profiles:read')),
      teams: teams.map(({ teamId, path }) => ({ teamId, path })),
      saved: url.searchParams.has('saved'),
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    };
  },
);

type Answer = TypedResponse<never> | ReturnType<typeof data<{ readonly refused: string }>>;

export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readRequirementForm,
    refused: ({ kind, reason }): Answer =>
      data({ refused: reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body: { facts, from, revision } }): Promise<Answer> => {
    const requirementId = params['id'] ?? '';
    // Also tells one that is of nobody from one that cannot be.
    await getRequirement(ctx, { viewer, requirementId, group: null });
    await changeRequirement(ctx, { requirementId, facts, from, revision });
    const list = `/o/${viewer.organization.slug}/requirements`;
    return redirect(facts ? `${list}/${requirementId}?saved=1` : `${list}?ended=1`);
  },
);

export default function RequirementPage() {
  const { detail, mayWrite, namesPeople, teams, saved, organization, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { requirement } = detail;
  const list = { label: 'Requirements', to: `${base}/requirements` };
  return (
    <>
      <PageHeader
        title={requirement.name}
        crumbs={[{ label: organization, to: base }, list, { label: requirement.name }]}
      />
      <FormOutcome refused={answer?.refused} done={saved && !answer ? 'Saved.' : null} />
      <p className="lead">
        Asks for {requirementWords(requirement)}
        {requirement.reason ? `: ${requirement.reason}` : '.'}
      </p>
      <div className="stack">
        <RequirementGroups detail={detail} namesPeople={namesPeople} base={base} />
        {mayWrite && !detail.isOver ? (
          <RequirementCard key={detail.revision} detail={detail} teams={teams} />
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
