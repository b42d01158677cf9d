import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import type { CycleState } from './cycle-state';

/** Who still owes ratings, who owes most first. */
export function OwingCard({ owing, at }: CycleState) {
  return (
    <Card title={at ? `Who still owes ratings of ${at.path}` : 'Who still owes ratings'} padded={false}>
      {owing.length === 0 ? (
        <EmptyState title="All ratings are in">Whoever still owes ratings stands here.</EmptyState>
      ) : (
        <table className="table cycles">
          <caption className="sr-only">Raters who owe ratings, at most thirty</caption>
          <thead>
            <tr>
              <th scope="col">Rater</th>
              <th scope="col">Owes</th>
              <th scope="col">Begun</th>
              <th scope="col">Until</th>
              <th scope="col">Last letter</th>
            </tr>
          </thead>
          <tbody>
            {owing.map(({ raterId, name, owed, begun, closesOn, lastSentOn, letters }) => (
              <tr key={raterId}>
                <th scope="row">{name ?? 'Somebody outside your teams'}</th>
                <td data-label="Owes">{owed.toLocaleString('en')}</td>
                <td data-label="Begun">{begun.toLocaleString('en')}</td>
                <td data-label="Until">
                  <DayText day={closesOn} />
                </td>
                <td data-label="Last letter">
                  {letters > 0 && lastSentOn ? <DayText day={lastSentOn} /> : 'None'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
