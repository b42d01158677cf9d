import { Link } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import { SegmentedLinks } from '~/components/segmented-links';

interface CycleLinksProps {
  readonly cycles: readonly { readonly cycleId: string; readonly name: string }[];
  readonly cycle: {
    readonly cycleId: string;
    readonly purpose: string | null;
    readonly state: string;
    readonly closesOn: string;
    readonly isBlind: boolean;
    /** What the viewer is told who rates somebody as a peer; null: nobody. */
    readonly asPeer: string | null;
  } | null;
  /** Where the viewer proposes peers of their own; null: they do not. */
  readonly ownPeersTo: string | null;
}

/** Which cycle is rated in, or none; and why people are rated in it. */
export function CycleLinks({ cycles, cycle, ownPeersTo }: CycleLinksProps) {
  const options = [
    ...cycles.map(({ cycleId, name }) => ({
      label: name,
      to: `?cycle=${cycleId}`,
      current: cycle?.cycleId === cycleId,
    })),
    { label: 'Of your own accord', to: '?cycle=own', current: cycle === null },
  ];
  return (
    <>
      {cycles.length > 0 ? <SegmentedLinks label="What you rate in" options={options} /> : null}
      {cycle?.state === 'open' ? (
        <p className="rate-purpose">
          Open until <DayText day={cycle.closesOn} />.{' '}
          {cycle.purpose === null ? null : <>Purpose, as the people are told: {cycle.purpose} </>}
          {cycle.isBlind ? 'Self and manager read each other when both have submitted. ' : null}
          {cycle.asPeer}{' '}
          {ownPeersTo === null ? null : (
            <Link className="link" to={ownPeersTo}>
              Propose your peers
            </Link>
          )}
        </p>
      ) : null}
      {cycle !== null && cycle.state !== 'open' ? (
        <div className="rate-closed">
          <Notice tone="warn">This cycle is closed: no rating is given in it any more.</Notice>
        </div>
      ) : null}
    </>
  );
}
