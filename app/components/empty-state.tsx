import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** What is not here yet, such as "No teams yet". */
  readonly title: string;
  /** What would be here. */
  readonly children: ReactNode;
  /** The one action that fills it; absent for readers who cannot. */
  readonly action?: ReactNode;
}

/** Stands where content would be: says what would be here and offers the one action that fills it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="state" data-kind="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action ? <div className="state-action">{action}</div> : null}
    </div>
  );
}
