import { DayText, MomentText } from '~/components/date-text';

export interface AsOfLineProps {
  /** Day that the figures are valid for. */
  readonly asOf: string;
  /** Moment of the newest computation, or null before the first. */
  readonly computedAt: string | null;
  /** IANA name of the organization's time zone. */
  readonly zone: string;
  /** Changes wait to be computed. */
  readonly pending: boolean;
  /** Set for viewers of released figures. */
  readonly release: { readonly asOf: string } | null;
  /** Set for viewers who see some rows live and the others as released. */
  readonly releasedElsewhere?: { readonly asOf: string } | null;
  /** True or false for a viewer who has changed something, null for others. */
  readonly ownChangeIncluded?: boolean | null;
  /** About how long until pending changes are in, in whole seconds. */
  readonly pendingSeconds?: number | null;
  /** The figures are of the past by choice, not of today. */
  readonly past?: boolean;
}

/** As of when the figures are, and whether the reader's own last change is in them. Stands in the header. */
export function AsOfLine(props: AsOfLineProps) {
  const { asOf, computedAt, zone, release, releasedElsewhere = null, past = false } = props;
  if (release) {
    return (
      <>
        Released figures of <DayText day={release.asOf} />
      </>
    );
  }
  if (computedAt === null) return <>No figures yet; the first are being computed</>;
  if (past) {
    return (
      <>
        Figures as of <DayText day={asOf} />, computed <MomentText moment={computedAt} zone={zone} />
      </>
    );
  }
  return (
    <>
      Figures of <MomentText moment={computedAt} zone={zone} />
      <Freshness {...props} />
      {releasedElsewhere ? (
        <>
          {' · elsewhere released figures of '}
          <DayText day={releasedElsewhere.asOf} />
        </>
      ) : null}
    </>
  );
}

function Freshness({ pending, ownChangeIncluded = null, pendingSeconds = null }: AsOfLineProps) {
  if (pending || ownChangeIncluded === false) {
    const when = pendingSeconds === null ? 'shortly' : `in about ${Math.max(1, pendingSeconds)} s`;
    const what = ownChangeIncluded === false ? 'your last change follows' : 'a change follows';
    return (
      <>
        {' · '}
        <span className="waiting">{`${what} ${when}`}</span>
      </>
    );
  }
  if (ownChangeIncluded !== true) return null;
  return (
    <>
      {' · '}
      <span className="fresh">your last change is included</span>
    </>
  );
}
