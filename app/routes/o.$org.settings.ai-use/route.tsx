import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { chooseAiUseTree } from '~/modules/capability/commands/choose-ai-use-tree';
import { getAiUseTree } from '~/modules/capability/queries/get-ai-use-tree';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { formatDay } from '~/shared/format-day';

export const meta: MetaFunction = () => [{ title: 'Released AI use · Cadre' }];

export const loader = tenantLoader({ permission: 'organization:read' }, async ({ ctx, viewer, url }) => ({
  ...(await getAiUseTree(ctx)),
  mayWrite: reachOf(viewer.role, 'organization:write') !== 'none',
  done: url.searchParams.has('done') ? 'The tree is as you chose.' : null,
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

type Answer = TypedResponse<never> | ReturnType<typeof data<{ reason: string }>>;

export const action = tenantAction(
  {
    permission: 'organization:write',
    body: async (request) => (await readFields(request, { single: ['tree'] })).one,
    refused: ({ kind, reason }): Answer => data({ reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    await chooseAiUseTree(ctx, body.tree);
    return redirect(`/o/${viewer.organization.slug}/settings/ai-use?done`);
  },
);

const TREES = [
  ['occupation', 'By occupation: major, minor, broad and detailed groups of SOC'],
  ['team', 'By team, as the other dimensions'],
] as const;

export default function ReleasedAiUse() {
  const { tree, heldSince, mayWrite, done, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const isOpen = mayWrite && heldSince === null;
  return (
    <>
      <PageHeader
        title="Released AI use"
        crumbs={[
          { label: organization, to: base },
          { label: 'Settings', to: `${base}/settings` },
          { label: 'Released AI use' },
        ]}
      />
      <FormOutcome refused={refusal?.reason} done={done} />
      <p className="lead">
        People without individual access read AI use in one tree alone. Groups of occupations and teams share
        people: two views of the same figure could be subtracted and would tell of single people.
      </p>
      <Card title="The tree of AI use">
        <Form method="post">
          <fieldset className="tick-choice" disabled={!isOpen}>
            <legend>Released to them</legend>
            {TREES.map(([value, words]) => (
              <label key={value} className="check">
                <input type="radio" name="tree" value={value} defaultChecked={value === tree} />
                {words}
              </label>
            ))}
          </fieldset>
          <p className="field field-hint">
            {heldSince
              ? `The release of ${formatDay(heldSince)} holds it, and every later one keeps it: another tree over people of whom something was told would be the overlap.`
              : 'The first release with AI use keeps the choice for good. HR partners, and directors in their teams, read live figures by every row whatever is chosen.'}
          </p>
          {isOpen ? (
            <Button type="submit" variant="primary">
              Choose
            </Button>
          ) : null}
        </Form>
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
