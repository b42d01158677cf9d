import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { addressOf, type InboxState } from './inbox-state';

interface TitlesAbove {
  /** What the reader sees, to be compared when it is confirmed. */
  readonly mark: string;
  readonly decisions: readonly unknown[];
  readonly people: number;
  readonly listed: readonly {
    readonly key: string;
    readonly title: string;
    readonly people: number;
    readonly occupation: string;
    readonly score: number | null;
    readonly reason: string | null;
  }[];
  readonly contradicted: { readonly titles: number; readonly people: number };
}

interface AboveCardProps {
  readonly base: string;
  readonly state: InboxState;
  readonly above: TitlesAbove | null;
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

interface PreviewProps {
  readonly base: string;
  readonly state: InboxState;
  readonly above: TitlesAbove;
}

function Preview({ base, state, above }: PreviewProps) {
  const { listed, contradicted } = above;
  const titles = above.decisions.length;
  const rest = titles - listed.length;
  const leftToYou =
    contradicted.titles > 0
      ? `${many(contradicted.titles, 'title')} of ${many(contradicted.people, 'person')} stay for you: colleagues with the same title hold another occupation than the best match.`
      : '';
  if (titles === 0)
    return <p role="status">{leftToYou || `No unmapped title has a score of ${state.above} or more.`}</p>;
  return (
    <Form method="post" className="mapping-preview">
      <p role="status">
        <b>
          {many(titles, 'title')}, {many(above.people, 'person')}
        </b>{' '}
        would be mapped. Decisions that you made before come first, whatever the score. {leftToYou} Untick
        what you would not confirm.
      </p>
      <ul>
        {listed.map(({ key, title, people, occupation, score, reason }) => (
          <li key={key}>
            <label className="check">
              <input type="hidden" name="listed" value={key} />
              <input type="checkbox" name="take" value={key} defaultChecked />
              <span>
                {title} ({people.toLocaleString('en')}) → {occupation}{' '}
                <span className="small">
                  {score === null ? 'remembered' : `${score.toFixed(2)} · ${reason ?? 'best match'}`}
                </span>
              </span>
            </label>
          </li>
        ))}
        {rest > 0 ? <li>and {many(rest, 'title')} more, of no more people each</li> : null}
      </ul>
      <input type="hidden" name="mark" value={above.mark} />
      <div className="toolbar">
        <Button type="submit" name="above" value={state.above ?? ''} variant="primary">
          {rest > 0
            ? `Confirm what is ticked and the ${rest.toLocaleString('en')} more`
            : 'Confirm what is ticked'}
        </Button>
        <Link to={addressOf(base, { ...state, above: null })}>Leave it</Link>
      </div>
    </Form>
  );
}

function many(count: number, what: 'title' | 'person'): string {
  const several = what === 'title' ? 'titles' : 'people';
  return `${count.toLocaleString('en')} ${count === 1 ? what : several}`;
}
