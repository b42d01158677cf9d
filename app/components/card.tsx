import { type ReactNode, useId } from 'react';

export interface CardProps {
  readonly title?: string;
  /** Stands at the end of the title's line. */
  readonly aside?: ReactNode;
  /** False where the content brings its own padding, such as a table to the edges. */
  readonly padded?: boolean;
  readonly children: ReactNode;
}

/** A surface on the ground; with a title it is a named section. */
export function Card({ title, aside, padded = true, children }: CardProps) {
  const id = useId();
  const body = padded ? <div className="card-body">{children}</div> : children;
  if (!title) return <div className="card">{body}</div>;
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {body}
    </section>
  );
}
