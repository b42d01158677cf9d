import { Form, Link } from '@remix-run/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { DraftStatement } from '../../domain/draft/draft-content';
import { shortSource } from '../citation-key';

interface DraftStatementsProps {
  readonly statements: readonly DraftStatement[];
  readonly revision: number;
  /** Address with the form of a statement open. */
  readonly editTo: (id: string) => string;
}

/** The statements of one level in their order, each with what can be done to it; one form for all of them. */
export function DraftStatements({ statements, revision, editTo }: DraftStatementsProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="revision" value={revision} />
      <ol className="draft-list">
        {statements.map((statement, index) => {
          const { id, label, behaviour } = statement;
          const name = label || behaviour;
          return (
            <li key={id} id={id} className="statement">
              <div>
                {label ? <b>{label} </b> : <span className="split-mark">no label yet</span>} {behaviour}
                <Sources statement={statement} />
              </div>
              <div className="draft-tools">
                <button type="submit" name="do" value={`up:${id}`} disabled={index === 0} className="button">
                  <ArrowUp aria-hidden="true" />
                  <span className="sr-only">Up: {name}</span>
                </button>
                <button
                  type="submit"
                  name="do"
                  value={`down:${id}`}
                  disabled={index === statements.length - 1}
                  className="button"
                >
                  <ArrowDown aria-hidden="true" />
                  <span className="sr-only">Down: {name}</span>
                </button>
                <Link className="button" to={editTo(id)} preventScrollReset>
                  Edit<span className="sr-only">: {name}</span>
                </Link>
              </div>
            </li>
          );
        })}
      </ol>
    </Form>
  );
}

function Sources({ statement: { citations } }: { readonly statement: DraftStatement }) {
  if (citations.length === 0) return null;
  return (
    <div className="rung-marks">
      {citations.map(({ source, title }) => (
        <abbr key={`${source} ${title}`} className="cite" title={title}>
          {shortSource(source)}
        </abbr>
      ))}
    </div>
  );
}
