import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { confirmAddress } from '~/http/confirm-address.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { InvitationsTable } from './invitations-table';
import { InviteForm } from './invite-form';
import { loadMembers, teamsOf } from './load-members.server';
import { MemberForm } from './member-form';
import { rolesToGive } from './members-state';
import { MembersTable } from './members-table';
import { type MembersRefusal, obeyMembersForm } from './obey-members-form.server';
import { readMembersForm } from './read-members-form.server';
import { inviteLook, lookSearch, type ReachedLook } from './second-look';
import { SecondLookCard } from './second-look-card';

export const meta: MetaFunction = () => [{ title: 'Members · Cadre' }];

export const loader = tenantLoader({ permission: 'organization:read' }, loadMembers);

/** An invitation that is looked at once more. */
interface Looked {
  readonly kind: 'look-first';
  readonly look: ReachedLook;
}
type Answer = TypedResponse<never> | ReturnType<typeof data<MembersRefusal | Looked>>;

export const action = tenantAction(
  {
    permission: 'organization:write',
    body: readMembersForm,
    refused: ({ reason, errors }): Answer =>
      data({ kind: 'refused', reason, errors, entered: null }, { status: 422 }),
  },
  async (args): Promise<Answer> => {
    const { ctx, viewer, context, body } = args;
    const { name, slug } = viewer.organization;
    const page = `/o/${slug}/settings/members`;
    const { teams } = await teamsOf({ ctx });
    const confirmTo = await confirmAddress(args, page);
    const asked = { database: context.database, viewer, teams, isFresh: confirmTo === null };
    const answer = await obeyMembersForm(asked, body);
    if (answer.kind === 'refused') return data(answer, { status: 422 });
    if (answer.kind === 'done') return redirect(`${page}?done=${body.intent}`);
    if (body.intent === 'change' || body.intent === 'remove') return redirect(page + lookSearch(body));
    if (body.intent !== 'invite') throw new TypeError(`${body.intent} needs no second look`);
    return data({ kind: 'look-first', look: { ...inviteLook(body, name), confirmTo } });
  },
);

export default function Members() {
  const page = useLoaderData<typeof loader>();
  const { teams, zone, mayWrite, role, base } = page;
  const answer = useActionData<typeof action>();
  const refusal = answer?.kind === 'refused' ? answer : null;
  const look = answer?.kind === 'look-first' ? answer.look : refusal ? null : page.look;
  const edited = look ? null : page.edited;
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const crumbs = [{ label: page.organization, to: base }, { label: 'Members' }];
  const settingsAt = `${base}/settings`;
  return (
    <>
      <PageHeader title="Members" crumbs={crumbs} />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      <div className="stack">
        {look ? <SecondLookCard look={look} settingsAt={settingsAt} /> : null}
        {edited ? (
          <MemberForm
            member={edited}
            roles={rolesToGive(role, edited.isSelf)}
            teams={teams}
            teamError={faultOf('team')}
            settingsAt={settingsAt}
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
        {mayWrite && !edited && !look ? (
          <InviteForm
            key={page.invitations.length}
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
