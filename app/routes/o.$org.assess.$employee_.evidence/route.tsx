import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { FormOutcome } from '~/components/form-outcome';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { readEvidenceForm } from '~/http/read-evidence-form.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { changeOwnEvidence, ownEvidenceWish } from '~/modules/assessments/commands/change-own-evidence';
import { EvidenceForms } from '~/modules/assessments/ui/evidence-forms';
import { EvidenceItem } from '~/modules/assessments/ui/evidence-item';
import { cellTitle, valueInWords } from '~/modules/assessments/ui/rating-words';
import type { FieldError } from '~/shared/errors';
import { cycleOf } from '../o.$org.assess._index/grid-state.server';
import { cellState } from './cell-state.server';

export const meta: MetaFunction = () => [{ title: 'Evidence of a rating · Cadre' }];

/** Links and files that support one cell of the viewer's own rating. */
export const loader = tenantLoader({ permission: 'ratings:submit' }, cellState);

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'ratings:submit',
    body: async (request, stage) =>
      ownEvidenceWish(await readEvidenceForm(request, stage, ['intent', 'kind', 'text', 'url', 'evidence'])),
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, url, body }): Promise<Answer> => {
    const employeeId = params['employee'] ?? '';
    const cycleId = cycleOf(url.searchParams.get('cycle') ?? '');
    const dimension = url.searchParams.get('dimension') ?? '';
    await changeOwnEvidence(ctx, viewer, { cell: { employeeId, cycleId, dimension }, wish: body });
    const query = new URLSearchParams({ cycle: cycleId ?? 'own', dimension, done: body.intent });
    return redirect(`/o/${viewer.organization.slug}/assess/${employeeId}/evidence?${query}`);
  },
);

export default function CellEvidencePage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { name, own, dimension, value, evidence, hindrance, base, here, query, organization } = page;
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const refused = (['url', 'file', 'text'] as const).find((field) => faultOf(field) !== undefined);
  return (
    <>
      <PageHeader
        title={cellTitle(dimension, own ? 'yourself' : name)}
        crumbs={[
          { label: organization, to: base },
          { label: page.cycleName ?? 'Ratings', to: `${base}/assess${query}` },
          { label: own ? 'Yourself' : name, to: `${here}${query}#${dimension}` },
        ]}
        asOf={value === null ? 'Not rated yet' : `You say ${valueInWords(dimension, value)}`}
      />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      {hindrance ? <Notice tone="warn">{hindrance}</Notice> : null}
      <div className="stack">
        <Card title="Evidence of your rating" padded={false}>
          {evidence.length === 0 ? (
            <p className="card-body small">Nothing yet.</p>
          ) : (
            <ul className="evidence-list">
              {evidence.map((one) => (
                <EvidenceItem
                  key={one.evidenceId}
                  {...one}
                  fileTo={(fileId) => `${here}/evidence/${fileId}${query}&dimension=${dimension}`}
                  said={one.isAccepted ? 'accepted' : 'not accepted yet'}
                >
                  {one.kind === 'text' || hindrance ? null : (
                    <Form method="post">
                      <input type="hidden" name="intent" value="remove" />
                      <Button type="submit" name="evidence" value={one.evidenceId} variant="quiet">
                        Remove<span className="sr-only"> “{one.body.slice(0, 60)}”</span>
                      </Button>
                    </Form>
                  )}
                </EvidenceItem>
              ))}
            </ul>
          )}
        </Card>
        {hindrance ? null : value === null ? (
          <Notice>
            Choose a level first: evidence supports a level.{' '}
            <Link className="link" to={`${here}${query}#${dimension}`}>
              Rate {own ? 'yourself' : name}
            </Link>
          </Notice>
        ) : (
          <Card title="Add a link or a file">
            <EvidenceForms
              faultOf={faultOf}
              refusedKind={refused === 'url' ? 'link' : (refused ?? null)}
              withWords={false}
            />
          </Card>
        )}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
