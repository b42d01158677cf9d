import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { type TenantArgs, tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { listMembersOf } from '~/modules/organizations/queries/list-members';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { InvitationsTable } from './invitations-table';
import { InviteForm } from './invite-form';
import { MemberForm } from './member-form';
import { doneWords, membersState, rolesToGive } from './members-state';
import { MembersTable } from './members-table';
import { type MembersRefusal, obeyMembersForm } from './obey-members-form.server';
import { readMembersForm } from './read-members-form.server';

export const meta: MetaFunction = () => [{ title: 'Members · Cadre' }];

async function teamsOf({ ctx }: Pick<TenantArgs, 'ctx'>) {
  const { today, timeZone } = await getMethod(ctx);
  const teams = (await getTeamTree(ctx, today)).map(({ teamId, path }) => ({ teamId, path }));
  return { teams, zone: timeZone };
}

/** Members and invitations; with `?member=` the form of one. */
export const loader = tenantLoader(
  { permission: 'organization:read' },
  async ({ ctx, viewer, url, context }) => {
    const mayWrite = reachOf(viewer.role, 'organization:write') !== 'none';
    const { teams, zone } = await teamsOf({ ctx });
    const listed = await listMembersOf(context.database, viewer.organization.id);
    const reader = { userId: viewer.id, role: viewer.role, mayWrite };
    const state = membersState({ listed, teams, reader });
    const asked = url.searchParams.get('member');
    return {
      ...state,
      edited: state.members.find(({ userId, isOpen }) => isOpen && userId === asked) ?? null,
      done: doneWords(url.searchParams.get('done') ?? ''),
      teams: mayWrite ? teams : [],
      zone,
      mayWrite,
      role: viewer.role,
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    };
  },
);

type Answer = TypedResponse<never> | ReturnType<typeof data<MembersRefusal>>;

export const action = tenantAction(
  {
    permission: 'organization:write',
    body: readMembersForm,
    refused: ({ reason, errors }): Answer => data({ reason, errors, entered: null }, { status: 422 }),
  },
  async ({ ctx, viewer, context, body }): Promise<Answer> => {
    const { teams } = await teamsOf({ ctx });
    const refusal = await obeyMembersForm({ database: context.database, viewer, teams }, body);
    if (refusal) return data(refusal, { status: 422 });
    return redirect(`/o/${viewer.organization.slug}/settings/members?done=${body.intent}`);
  },
);

export default function Members() {
  const page = useLoaderData<typeof loader>();
  const { edited, teams, zone, mayWrite, role, base } = page;
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const crumbs = [{ label: page.organization, to: base }, { label: 'Members' }];
  return (
    <>
      <PageHeader title="Members" crumbs={crumbs} />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      <div className="stack">
        {edited ? (
          <MemberForm
            member={edited}
            roles={rolesToGive(role, edited.isSelf)}
            teams={teams}
            teamError={faultOf('team')}
            settingsAt={`${base}/settings`}
          />
        ) : null}
        <Card title={`Members of ${page.organization}`} padded={false}>
          <MembersTable members={page.members} zone={zone} />
        </Card>
        <Card title="Open invitations" padded={false}>
          {page.invitations.length > 0 ? (
            <InvitationsTable invitations={page.invitations} zone={zone} mayWrite={mayWrite} />
          ) : (
            <EmptyState title="Nobody is invited">Invitations that wait for an answer stand here.</EmptyState>
          )}
        </Card>
        {mayWrite && !edited ? (
          <InviteForm
            roles={rolesToGive(role, false)}
            teams={teams}
            entered={refusal?.entered ?? null}
            faultOf={faultOf}
          />
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
