import { DayText } from '~/components/date-text';

export interface ListedLowering {
  readonly loweringId: string;
  readonly fromK: number;
  readonly toK: number;
  readonly reason: string;
  readonly state: 'waiting' | 'agreed' | 'declined';
  readonly asker: string;
  readonly answerer: string | null;
  /** Of the answer, else of the question. */
  readonly day: string;
}

const STATES = { waiting: 'Waits', agreed: 'Agreed', declined: 'Declined or taken back' } as const;

/** What was asked, by whom, and what became of it. */
export function LoweringsTable({ lowerings }: { readonly lowerings: readonly ListedLowering[] }) {
  return (
    <table className="table source-table" aria-label="What was asked before">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Change</th>
          <th scope="col">Why</th>
          <th scope="col">Asked by</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {lowerings.map(({ loweringId, day, fromK, toK, reason, asker, answerer, state }) => (
          <tr key={loweringId}>
            <th scope="row">
              <DayText day={day} />
            </th>
            <td data-label="Change">
              {fromK} to {toK} people
            </td>
            <td data-label="Why">{reason}</td>
            <td data-label="Asked by">{asker}</td>
            <td data-label="Answer">
              {STATES[state]}
              {answerer ? ` by ${answerer}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
