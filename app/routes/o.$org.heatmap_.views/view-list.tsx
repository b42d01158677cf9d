import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';

interface ListedView {
  readonly viewId: string;
  readonly name: string;
  readonly search: string;
  readonly shared: boolean;
  readonly isOwn: boolean;
  readonly keeps: boolean;
  /** Who saved it; null: the reader. */
  readonly owner: string | null;
}

interface ViewListProps {
  readonly views: readonly ListedView[];
  /** Address of the heatmap. */
  readonly heatmap: string;
}

/** The views that the reader may open, each with what may be changed of it. */
export function ViewList({ views, heatmap }: ViewListProps) {
  return (
    <Card title="Views">
      {views.length === 0 ? <p>No view is saved yet.</p> : null}
      <ul className="saved-views" aria-label="Views">
        {views.map((view) => (
          <li key={view.viewId}>
            <Link to={view.search ? `${heatmap}?${view.search}` : heatmap}>{view.name}</Link>{' '}
            <span className="small">
              {view.owner === null ? (view.shared ? 'yours, shared' : 'yours') : `shared by ${view.owner}`}
            </span>
            {view.keeps ? <Change view={view} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Change({ view }: { readonly view: ListedView }) {
  const id = <input type="hidden" name="viewId" value={view.viewId} />;
  return (
    <details className="disclosure" key={view.name}>
      <summary>
        Rename or delete<span className="sr-only"> {view.name}</span>
      </summary>
      <Form method="post">
        {id}
        <input type="hidden" name="intent" value="rename" />
        <Field label="New name" name="name" defaultValue={view.name} maxLength={100} required />
        <Button type="submit">Rename</Button>
      </Form>
      <Form method="post">
        {id}
        <input type="hidden" name="intent" value="delete" />
        <Button type="submit">Delete the view</Button>
      </Form>
    </details>
  );
}
