import { Link } from '@remix-run/react';
import { MomentText } from '~/components/date-text';
import type { Operation } from '../domain/operation';
import { operationStateWords, shownResult } from '../domain/operation-words';

export interface OperationListProps {
  readonly operations: readonly Operation[];
  /** IANA name of the organization's time zone. */
  readonly zone: string;
  /** Address of the organization. */
  readonly base: string;
}

/** Long tasks with their state, each leading to its page. */
export function OperationList({ operations, zone, base }: OperationListProps) {
  return (
    <ul className="operation-list">
      {operations.map((operation) => (
        <li key={operation.id}>
          <Link className="link" to={`${base}/operations/${operation.id}`}>
            <MomentText moment={operation.requestedAt} zone={zone} />
          </Link>
          <strong data-state={operation.state}>{operationStateWords(operation)}</strong>
          <span className="small">
            {operation.error?.detail ?? shownResult(operation.result).summary[0] ?? ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
