import { randomUUID } from 'node:crypto';
import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { type TenantArgs, tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { tokenRolesFor } from '~/modules/organizations/domain/token-rights';
import { listCommandLineTokens } from '~/modules/organizations/queries/list-command-line-tokens';
import { listMembersOf } from '~/modules/organizations/queries/list-members';
import { listTokensOf } from '~/modules/organizations/queries/list-tokens';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import type { FieldError } from '~/shared/errors';
import { NewToken } from './new-token';
import { obeyTokenForm } from './obey-token-form.server';
import { readTokenForm } from './read-token-form.server';
import { TokenForm } from './token-form';
import { tokenRows } from './token-rows';
import { TokensTable } from './tokens-table';

export const meta: MetaFunction = () => [{ title: 'API tokens · Cadre' }];

async function teamsOf({ ctx }: Pick<TenantArgs, 'ctx'>) {
  const { today, timeZone } = await getMethod(ctx);
  const teams = (await getTeamTree(ctx, today)).map(({ teamId, path }) => ({ teamId, path }));
  return { teams, zone: timeZone };
}

export const loader = tenantLoader({ permission: 'organization:read' }, async ({ ctx, viewer, context }) => {
  const mayWrite = reachOf(viewer.role, 'organization:write') !== 'none';
  const { teams, zone } = await teamsOf({ ctx });
  const tokens = await listTokensOf(context.database, viewer.organization.id);
  const ofCommandLine = await listCommandLineTokens(ctx);
  const { members } = await listMembersOf(context.database, viewer.organization.id);
  const paths = new Map(teams.map(({ teamId, path }) => [teamId, path]));
  return {
    tokens: tokenRows(tokens, paths, { userId: viewer.id, role: viewer.role, mayWrite, ofCommandLine }),
    // Of the next token: the form is good once.
    tokenId: randomUUID(),
    roles: tokenRolesFor(viewer.role),
    teams: mayWrite ? teams : [],
    zone,
    mayWrite,
    isAlone: !members.some(
      ({ userId, role }) => userId !== viewer.id && reachOf(role, 'organization:write') !== 'none',
    ),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

interface Open {
  readonly made: { readonly value: string; readonly waits: boolean } | null;
  readonly reason: string | null;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Open>>;

export const action = tenantAction(
  {
    permission: 'organization:write',
    body: readTokenForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ made: null, reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, context, body }): Promise<Answer> => {
    const { teams } = await teamsOf({ ctx });
    const known = new Set(teams.map(({ teamId }) => teamId));
    const made = await obeyTokenForm({ database: context.database, viewer, teams: known }, body);
    if (made) return data({ made, reason: null, errors: [] }, { status: 201 });
    return redirect(`/o/${viewer.organization.slug}/settings/tokens`);
  },
);

export default function Tokens() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const faultOf = (field: string) => answer?.errors.find(({ pointer }) => pointer === field)?.detail;
  const settings = { label: 'Settings', to: `${page.base}/settings` };
  const crumbs = [{ label: page.organization, to: page.base }, settings, { label: 'API tokens' }];
  return (
    <>
      <PageHeader title="API tokens" crumbs={crumbs} />
      {answer?.reason ? (
        <Notice tone="bad" announce>
          {answer.reason}
        </Notice>
      ) : null}
      <div className="stack">
        {answer?.made ? <NewToken {...answer.made} /> : null}
        <Card title="Tokens" padded={false}>
          {page.tokens.length > 0 ? (
            <TokensTable tokens={page.tokens} zone={page.zone} />
          ) : (
            <EmptyState title="No tokens">
              A program reads and writes through the API with a token. It belongs to no person.
            </EmptyState>
          )}
        </Card>
        {page.mayWrite ? (
          <TokenForm
            key={page.tokenId}
            tokenId={page.tokenId}
            roles={page.roles}
            teams={page.teams}
            isAlone={page.isAlone}
            faultOf={faultOf}
          />
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
