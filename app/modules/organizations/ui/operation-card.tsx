import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import type { Operation, OperationError } from '../domain/operation';
import { isOver } from '../domain/operation-state';
import { againLink, operationStateWords, type PageLink, shownResult } from '../domain/operation-words';

export interface OperationCardProps {
  readonly operation: Operation;
  /** Whether the reader may stop it. */
  readonly mayStop: boolean;
  /** IANA name of the organization's time zone. */
  readonly zone: string;
  /** Address of the organization. */
  readonly base: string;
}

/** State, progress, what came of a long task, and the button that stops it. */
export function OperationCard({ operation, mayStop, zone, base }: OperationCardProps) {
  const over = isOver(operation.state);
  return (
    <>
      <Card title={operationStateWords(operation)}>
        {over ? null : <OperationProgress operation={operation} />}
        <OperationTimes operation={operation} zone={zone} />
        {over || !mayStop ? null : (
          <Form method="post">
            <Button
              type="submit"
              name="intent"
              value="cancel"
              variant="danger"
              disabled={operation.cancelling}
            >
              Stop
            </Button>
          </Form>
        )}
      </Card>
      <div className="operation-outcome" aria-live="polite">
        <OperationOutcome operation={operation} base={base} />
      </div>
    </>
  );
}

function OperationProgress({ operation }: { readonly operation: Operation }) {
  const percent = Math.floor(operation.progress * 100);
  const known = operation.state === 'running' && operation.progress > 0;
  return (
    <p className="operation-progress">
      <progress aria-label="Done so far" max={100} {...(known ? { value: percent } : {})} />
      <span>{known ? `${percent} %` : operationStateWords(operation)}</span>
    </p>
  );
}

function OperationTimes({ operation, zone }: Omit<OperationCardProps, 'base' | 'mayStop'>) {
  const { requestedAt, startedAt, finishedAt } = operation;
  return (
    <dl className="operation-times">
      <dt>Asked for</dt>
      <dd>
        <MomentText moment={requestedAt} zone={zone} />
      </dd>
      {startedAt ? (
        <>
          <dt>Begun</dt>
          <dd>
            <MomentText moment={startedAt} zone={zone} />
          </dd>
        </>
      ) : null}
      {finishedAt ? (
        <>
          <dt>Ended</dt>
          <dd>
            <MomentText moment={finishedAt} zone={zone} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function OperationOutcome({ operation, base }: Omit<OperationCardProps, 'zone' | 'mayStop'>) {
  if (operation.error)
    return <Refusal error={operation.error} again={againLink(operation.kind)} base={base} />;
  if (operation.state === 'cancelled') {
    return (
      <Notice tone="warn" title="Stopped">
        <p>Nothing of it was kept.</p>
      </Notice>
    );
  }
  if (operation.state !== 'done') return null;
  const { summary, link } = shownResult(operation.result);
  return (
    <Notice tone="good" title="Done">
      {summary.length > 0 ? (
        <ul>
          {summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {link ? (
        <p>
          <Link to={`${base}/${link.path}`}>{link.label}</Link>
        </p>
      ) : null}
    </Notice>
  );
}

interface RefusalProps {
  readonly error: OperationError;
  /** Where the same can be asked for anew. */
  readonly again: PageLink | null;
  readonly base: string;
}

/** The reason, and the places that it does not name itself. */
function Refusal({ error, again, base }: RefusalProps) {
  const isTold = ({ pointer, detail }: OperationError['errors'][number]) =>
    error.detail.includes(pointer) && error.detail.includes(detail);
  const places = error.errors.filter((place) => !isTold(place));
  return (
    <Notice tone="bad" title="Why it failed">
      <p>{error.detail}</p>
      {places.length > 0 ? (
        <ul>
          {places.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>
              {pointer}: {detail}
            </li>
          ))}
        </ul>
      ) : null}
      {again ? (
        <p>
          <Link to={`${base}/${again.path}`}>{again.label}</Link>
        </p>
      ) : null}
    </Notice>
  );
}
