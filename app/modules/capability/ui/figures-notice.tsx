import { MomentText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import type { FiguresAlert } from '../domain/figures-alert';

export interface FiguresNoticeProps {
  /** Null: the figures are renewed as they should; then nothing is shown. */
  readonly alert: FiguresAlert | null;
  /** When the figures on the page were computed or released, ISO text; null: there are none yet. */
  readonly lastGood: string | null;
  /** IANA name of the organization's time zone. */
  readonly zone: string;
}

/** Says that the figures of a page are the last good ones, and since when what came later is not in them. */
export function FiguresNotice({ alert, lastGood, zone }: FiguresNoticeProps) {
  if (alert === null) return null;
  return (
    <Notice tone="warn" title="The figures are not being renewed">
      <p>
        {alert.state === 'failing'
          ? 'The job that computes them fails and is tried again by itself.'
          : 'The job that computes them does not get ahead.'}{' '}
        {lastGood ? (
          <>
            What stands here are the last good figures, of <MomentText moment={lastGood} zone={zone} />;{' '}
          </>
        ) : null}
        what changed since <MomentText moment={alert.since} zone={zone} /> is not in them. Owners and
        administrators see the job under Background jobs.
      </p>
    </Notice>
  );
}
