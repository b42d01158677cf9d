import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { addressOf, type InboxState } from './inbox-state';

interface AboveCardProps {
  readonly base: string;
  readonly state: InboxState;
  readonly above: {
    readonly decisions: readonly unknown[];
    readonly people: number;
    readonly examples: readonly {
      readonly title: string;
      readonly people: number;
      readonly occupation: string;
      readonly score: number | null;
    }[];
  } | null;
  /** Titles that were not matched yet. */
  readonly unscored: number;
}

/** Confirms all above a score, in two steps: what it would do, then doing it. */
export function AboveCard({ base, state, above, unscored }: AboveCardProps) {
  return (
    <div className="mapping-above">
      <Card>
        <Form method="get" className="toolbar" preventScrollReset>
          {state.filter === 'review' ? null : <input type="hidden" name="show" value={state.filter} />}
          <label className="check">
            Confirm the first proposal of all unmapped titles with a score of at least
            <input
              key={state.above}
              className="input mapping-score-input"
              type="number"
              name="above"
              min="0.05"
              max="1"
              step="0.01"
              required
              defaultValue={state.above ?? 0.9}
            />
          </label>
          <Button type="submit">Show what it would do</Button>
        </Form>
        {above ? <Preview base={base} state={state} above={above} /> : null}
        {unscored > 0 ? (
          <p className="small" role="status">
            {unscored.toLocaleString('en')} {unscored === 1 ? 'title is' : 'titles are'} still being matched.
          </p>
        ) : null}
      </Card>
    </div>
  );
}

function Preview({
  base,
  state,
  above,
}: Pick<AboveCardProps, 'base' | 'state'> & { above: NonNullable<AboveCardProps['above']> }) {
  const titles = above.decisions.length;
  if (titles === 0) return <p role="status">No unmapped title has a score of {state.above} or more.</p>;
  const rest = titles - above.examples.length;
  return (
    <Form method="post" className="mapping-preview">
      <p role="status">
        <b>
          {titles.toLocaleString('en')} {titles === 1 ? 'title' : 'titles'},{' '}
          {above.people.toLocaleString('en')} {above.people === 1 ? 'person' : 'people'}
        </b>{' '}
        would be mapped. Decisions that you made before come first, whatever the score.
      </p>
      <ul>
        {above.examples.map(({ title, people, occupation, score }) => (
          <li key={title}>
            {title} ({people}) → {occupation}{' '}
            <span className="small">{score?.toFixed(2) ?? 'remembered'}</span>
          </li>
        ))}
        {rest > 0 ? <li>and {rest.toLocaleString('en')} more</li> : null}
      </ul>
      <input type="hidden" name="titles" value={titles} />
      <input type="hidden" name="people" value={above.people} />
      <div className="toolbar">
        <Button type="submit" name="above" value={state.above ?? ''} variant="primary">
          Confirm {titles.toLocaleString('en')} {titles === 1 ? 'title' : 'titles'}
        </Button>
        <Link to={addressOf(base, { ...state, above: null })}>Leave it</Link>
      </div>
    </Form>
  );
}
