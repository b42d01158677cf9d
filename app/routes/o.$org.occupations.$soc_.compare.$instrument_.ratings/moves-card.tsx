import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { DIMENSION_LABELS, type Dimension } from '~/modules/frameworks/domain/dimension';

interface MovesCardProps {
  readonly from: string;
  readonly to: string;
  readonly ratings: number;
  readonly ticked: number;
  readonly moves: { readonly ratings: number; readonly people: number } | null;
  readonly expected: number | null;
  readonly k: number;
  readonly readsNames: boolean;
  readonly listed: readonly {
    readonly key: string;
    readonly employeeId: string;
    readonly name: string;
    readonly dimension: Dimension;
    readonly level: number;
    readonly moved: number;
  }[];
  readonly mayApply: boolean;
  readonly base: string;
}

/** Who moves, by name for those who read everybody's ratings, and the form that applies it. */
export function MovesCard(props: MovesCardProps) {
  const { from, to, ratings, ticked, moves, expected, k, listed, readsNames, mayApply } = props;
  const count = moves
    ? `${moves.ratings.toLocaleString('en')} of ${moves.people.toLocaleString('en')} people`
    : `of fewer than ${k} people`;
  if (moves?.ratings === 0) {
    return (
      <EmptyState title="No rating moves">
        {ratings.toLocaleString('en')} ratings were made under {from}, {ticked.toLocaleString('en')} with
        ticked statements; none means another level in {to}.
      </EmptyState>
    );
  }
  return (
    <Card title="Ratings that move" aside={<span className="small">{count}</span>} padded={false}>
      <div className="card-body">
        <p>
          {ratings.toLocaleString('en')} ratings were made under {from}, {ticked.toLocaleString('en')} with
          ticked statements.{' '}
          {readsNames ? '' : 'Whose they are is told to those who read individual ratings.'}
        </p>
        {mayApply ? (
          <Form method="post">
            <input type="hidden" name="intent" value="apply" />
            <input type="hidden" name="from" value={from} />
            <input type="hidden" name="to" value={to} />
            <input type="hidden" name="moves" value={expected ?? ''} />
            <Button type="submit" variant="primary">
              Read them in {to}
            </Button>
          </Form>
        ) : null}
      </div>
      {listed.length > 0 ? <MovesTable {...props} /> : null}
    </Card>
  );
}

function MovesTable({ listed, from, to, base, moves }: MovesCardProps) {
  const rest = (moves?.ratings ?? 0) - listed.length;
  return (
    <>
      <table className="table profile">
        <caption className="sr-only">Ratings that move</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Dimension</th>
            <th scope="col">In {from}</th>
            <th scope="col">In {to}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ key, employeeId, name, dimension, level, moved }) => (
            <tr key={key}>
              <th scope="row">
                <Link className="link" to={`${base}/people/${employeeId}`}>
                  {name}
                </Link>
              </th>
              <td data-label="Dimension">{DIMENSION_LABELS[dimension]}</td>
              <td data-label="Before">{level}</td>
              <td data-label="After">{moved}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="card-body small">And {rest.toLocaleString('en')} more.</p> : null}
    </>
  );
}
