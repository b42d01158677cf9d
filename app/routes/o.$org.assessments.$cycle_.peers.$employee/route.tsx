import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { decidePeer, namePeer } from '~/modules/assessments/commands/change-peers';
import { peersLead } from '~/modules/assessments/domain/peer-words';
import { listNonRaters } from '~/modules/organizations/queries/list-non-raters';
import { PeerRow } from './peer-row';
import { peersState } from './peers-state.server';
import { readPeerForm } from './read-peer-form.server';

export const meta: MetaFunction = () => [{ title: 'Peers · Cadre' }];

/** Who rates a person as a peer, for the person, the manager and who runs the cycle. */
export const loader = tenantLoader({ permission: 'session:read' }, peersState);

type Answer = TypedResponse<never> | ReturnType<typeof data<{ readonly refused: string }>>;

export const action = tenantAction(
  {
    permission: 'session:read',
    body: readPeerForm,
    refused: ({ kind, reason }): Answer =>
      data({ refused: reason }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, context, body: { intent, peerId } }): Promise<Answer> => {
    const cycleId = params['cycle'] ?? '';
    const employeeId = params['employee'] ?? '';
    const wish = { cycleId, employeeId, peerId };
    const nonRaters = await listNonRaters(context.database, viewer.organization.id);
    if (intent === 'name') await namePeer(ctx, viewer, { ...wish, nonRaters });
    else await decidePeer(ctx, viewer, { ...wish, state: intent === 'approve' ? 'approved' : 'declined' });
    return redirect(`/o/${viewer.organization.slug}/assessments/${cycleId}/peers/${employeeId}?saved=1`);
  },
);

export default function Peers() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  const { right, name, cycleName, isOpen, peers, choices, isCut, query, done, organization, base } = page;
  const asked = peers.filter(({ state }) => state === 'approved').length;
  const decides = right === 'decides';
  const title = decides ? `Peers of ${name}` : 'Your peers';
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: organization, to: base }, { label: title }]}
        asOf={cycleName}
      />
      <FormOutcome refused={refused} done={done} />
      <p className="lead">{peersLead({ peersAnonymous: page.peersAnonymous, asked, decides })}</p>
      <div className="stack">
        <Card title={decides ? 'Asked and proposed' : 'Proposed by you'} padded={false}>
          {peers.length === 0 ? (
            <EmptyState title="No peers yet">Peers who are asked to rate stand here.</EmptyState>
          ) : (
            <ul className="cycle-people">
              {peers.map((peer) => (
                <PeerRow key={peer.raterId} peer={peer} decides={decides && isOpen} />
              ))}
            </ul>
          )}
        </Card>
        {isOpen ? (
          <Card title={decides ? 'Ask somebody' : 'Propose somebody'}>
            <Form method="get" className="cycle-search">
              <Field label="Find by name" name="find" defaultValue={query} key={query} />
              <Button type="submit">Find</Button>
            </Form>
            {choices.length === 0 ? (
              <p>Nobody whom you meet in the directory fits.</p>
            ) : (
              <Form method="post">
                <Field label="Person" name="peer" hint={isCut ? 'These are the first that fit.' : undefined}>
                  {(control) => (
                    <select {...control} required>
                      {choices.map(({ employeeId, name: of, team }) => (
                        <option key={employeeId} value={employeeId}>
                          {team ? `${of}, ${team}` : of}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
                <Button type="submit" name="intent" value="name" variant="primary">
                  {decides ? 'Ask to rate' : 'Propose'}
                </Button>
              </Form>
            )}
          </Card>
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
