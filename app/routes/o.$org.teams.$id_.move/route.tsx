import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { moveTeam } from '~/modules/people/commands/move-team';
import { possibleParents } from '~/modules/people/domain/team-tree';
import { getTeam } from '~/modules/people/queries/get-team';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { previewTeamMove } from '~/modules/people/queries/preview-team-move';
import { type FieldError, NotFound } from '~/shared/errors';
import { isId, readParent } from '../o.$org.teams.$id/team-ids';
import { MoveForm } from './move-form';
import { MovePreviewCard } from './move-preview';
import { scopeHolders } from './scope-holders.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Move ${page?.name ?? 'a team'} · Cadre` },
];

/** Where the team would go and from when; once that is chosen, what it changes. */
export const loader = tenantLoader(
  { permission: 'directory:write' },
  async ({ ctx, viewer, reach, params, url, context }) => {
    const teamId = params['id'] ?? '';
    if (!isId(teamId)) throw new NotFound('There is no such team in this organization.');
    const { today } = await getMethod(ctx);
    const team = await getTeam(ctx, { viewer, reach, teamId, asOf: today });
    const asked = url.searchParams.get('parent') ?? '';
    const from = (url.searchParams.get('from') ?? today).slice(0, 20);
    const isAsked = asked === 'top' || isId(asked);
    const parentId = asked === 'top' || !isAsked ? null : asked;
    const holders = isAsked ? await scopeHolders(context.database, viewer.organization.id) : [];
    const tree = await getTeamTree(ctx, today);
    return {
      teamId,
      name: team.name,
      path: team.path ?? team.name,
      teams: possibleParents(tree, teamId).map((one) => ({ teamId: one.teamId, path: one.path })),
      chosen: isAsked ? asked : (team.parentId ?? 'top'),
      from,
      today,
      preview: isAsked ? await previewTeamMove(ctx, { teamId, parentId, from, today, holders }) : null,
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    };
  },
);

type Answer =
  | TypedResponse<never>
  | ReturnType<typeof data<{ readonly reason: string; readonly errors: readonly FieldError[] }>>;

async function readMove(request: Request) {
  const { one } = await readFields(request, { single: ['parent', 'from', 'seen'] });
  return { parentId: readParent(one.parent), from: one.from, seen: one.seen };
}

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readMove,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<Answer> => {
    const teamId = params['id'] ?? '';
    if (!isId(teamId)) throw new NotFound('There is no such team in this organization.');
    await moveTeam(ctx, { teamId, ...body });
    return redirect(`/o/${viewer.organization.slug}/teams/${teamId}?done=moved`);
  },
);

export default function MoveTeam() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { base, name, teamId, preview } = page;
  const team = `${base}/teams/${teamId}`;
  return (
    <>
      <PageHeader
        title={`Move ${name}`}
        crumbs={[
          { label: page.organization, to: base },
          { label: 'Teams', to: `${base}/teams` },
          { label: name, to: team },
          { label: 'Move' },
        ]}
        asOf={page.path}
      />
      <FormOutcome refused={refusal?.reason} done={null} />
      <div className="stack">
        <MoveForm
          key={`${page.chosen} ${page.from}`}
          teams={page.teams}
          chosen={page.chosen}
          from={page.from}
          again={preview !== null}
        />
        {preview ? (
          <MovePreviewCard preview={preview} parent={page.chosen} from={page.from} team={team} />
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
