import type { ReactNode } from 'react';

export interface ErrorStateProps {
  readonly title: string;
  readonly happened: ReactNode;
  /** What was not touched or is already saved. */
  readonly safe: ReactNode;
  readonly next: ReactNode;
  /** Number under which the log holds the details. */
  readonly reference?: string;
  readonly action?: ReactNode;
}

/** An error as three answers: what happened, what is safe, what to do. */
export function ErrorState({ title, happened, safe, next, reference, action }: ErrorStateProps) {
  return (
    <div className="state" data-kind="error" role="alert">
      <h1>{title}</h1>
      <dl>
        <dt>What happened</dt>
        <dd>{happened}</dd>
        <dt>What is safe</dt>
        <dd>{safe}</dd>
        <dt>What to do</dt>
        <dd>{next}</dd>
        {reference ? (
          <>
            <dt>Reference</dt>
            <dd>
              <code>{reference}</code>
            </dd>
          </>
        ) : null}
      </dl>
      {action ? <div className="state-action">{action}</div> : null}
    </div>
  );
}
