import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Field } from '~/components/field';
import type { TileKey } from '~/modules/capability/domain/overview/tile';
import { TILE_NAMES } from '~/modules/capability/domain/overview/tile-words';
import { type Decider, DecisionTerms } from './decision-terms';

/** A decision as the page shows it: names instead of ids, days instead of moments. */
export interface ListedDecision {
  readonly decisionId: string;
  readonly question: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly shared: boolean;
  readonly figure: TileKey | null;
  /** As printed; null: none, or not for the reader. */
  readonly figureThen: string | null;
  readonly figureOn: string | null;
  readonly figureNow: string | null;
  readonly choice: string | null;
  readonly reason: string | null;
  readonly decider: string | null;
  readonly isLate: boolean;
  readonly settles: boolean;
}

interface DecisionsCardProps {
  readonly decisions: readonly ListedDecision[];
  readonly deciders: readonly Decider[];
}

/** What is to be decided and what was, each with who, until when, why, and the figure then and now. */
export function DecisionsCard({ decisions, deciders }: DecisionsCardProps) {
  const open = decisions.filter(({ choice }) => choice === null);
  const made = decisions.filter(({ choice }) => choice !== null);
  return (
    <Card title="Decisions">
      {open.length === 0 ? <p>Nothing is to be decided.</p> : null}
      <ul className="decisions" aria-label="To be decided">
        {open.map((decision) => (
          <li key={decision.decisionId}>
            <b>{decision.question}</b> <Facts decision={decision} />
            {decision.settles ? <Settle decision={decision} deciders={deciders} /> : null}
          </li>
        ))}
      </ul>
      {made.length > 0 ? (
        <details className="disclosure">
          <summary>Decided ({made.length})</summary>
          <ul className="decisions" aria-label="Decided">
            {made.map((decision) => (
              <li key={decision.decisionId}>
                <b>{decision.question}</b> {decision.choice}. Why: {decision.reason}{' '}
                <Facts decision={decision} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}

function Facts({ decision }: { readonly decision: ListedDecision }) {
  const { owner, dueOn, isLate, shared, figure, figureThen, figureOn, figureNow, decider } = decision;
  return (
    <span className="decision-facts">
      {decider ? `Decided by ${decider}. ` : null}
      {isLate ? 'Overdue since ' : 'Due '}
      <DayText day={dueOn} />, owner {owner}.{' '}
      {figure && figureThen !== null && figureOn ? (
        <>
          {TILE_NAMES[figure]} {figureThen} on <DayText day={figureOn} />
          {figureNow === null ? '. ' : `, now ${figureNow}. `}
        </>
      ) : null}
      {shared ? 'Executives read it.' : null}
    </span>
  );
}

function Settle({
  decision,
  deciders,
}: {
  readonly decision: ListedDecision;
  readonly deciders: readonly Decider[];
}) {
  const { ownerId, dueOn } = decision;
  const id = <input type="hidden" name="decisionId" value={decision.decisionId} />;
  return (
    <details className="disclosure" key={`${ownerId} ${dueOn}`}>
      <summary>Decide, change or take back</summary>
      <Form method="post">
        {id}
        <input type="hidden" name="intent" value="decide" />
        <Field label="Choice" name="choice" maxLength={500} required />
        <Field label="Reason" name="reason" maxLength={1000} required />
        <Button type="submit" variant="primary">
          Record the decision
        </Button>
      </Form>
      <Form method="post">
        {id}
        <input type="hidden" name="intent" value="change" />
        <DecisionTerms deciders={deciders} ownerId={ownerId} dueOn={dueOn} />
        <Button type="submit">Change who decides, or until when</Button>
      </Form>
      <Form method="post">
        {id}
        <input type="hidden" name="intent" value="withdraw" />
        <Button type="submit">Take back</Button>
      </Form>
    </details>
  );
}
