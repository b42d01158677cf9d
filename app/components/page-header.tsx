import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface Crumb {
  readonly label: string;
  /** Absent for the place itself. */
  readonly to?: string;
}

export interface PageHeaderProps {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** What the figures of the page are as of; printed too. */
  readonly asOf?: ReactNode;
  /** Buttons and links that act on the page; not printed. */
  readonly tools?: ReactNode;
}

/** Title of a page with where it lies, as of when its figures are, and its tools. */
export function PageHeader({ title, crumbs = [], asOf, tools }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div>
        {crumbs.length > 0 ? (
          <nav aria-label="Where you are">
            <ol className="crumbs">
              {crumbs.map((crumb) => (
                <li key={`${crumb.to ?? ''} ${crumb.label}`}>
                  {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span>{crumb.label}</span>}
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <h1>{title}</h1>
        {asOf ? <div className="as-of">{asOf}</div> : null}
      </div>
      {tools ? <div className="toolbar">{tools}</div> : null}
    </div>
  );
}
