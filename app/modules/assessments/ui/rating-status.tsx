import { MomentText } from '~/components/date-text';
import type { SaveQueueHook } from './use-save-queue';

interface RatingStatusProps {
  readonly saves: SaveQueueHook;
  readonly timeZone: string;
  readonly rated: number;
  readonly total: number;
}

/** Whether everything is saved, and how far the rater is. */
export function RatingStatus({ saves, timeZone, rated, total }: RatingStatusProps) {
  const waiting = Object.keys(saves.queue).length;
  const isLate = saves.state === 'waiting' || saves.state === 'signed-out';
  return (
    <p className="as-of rate-status" data-state={saves.state}>
      {isLate ? null : saves.state === 'saving' ? 'Saving' : <b>Saved</b>}
      {saves.state === 'saved' && saves.savedAt ? (
        <>
          {' '}
          <MomentText moment={saves.savedAt} zone={timeZone} />
        </>
      ) : null}
      {saves.state === 'waiting' ? (
        <b>Waiting for a connection: {waiting} not saved yet, kept in this browser</b>
      ) : null}
      {saves.state === 'signed-out' ? (
        <b>You are signed out: sign in again in another window, {waiting} wait in this browser</b>
      ) : null}
      {` · ${rated} of ${total} ratings`}
      {saves.refused ? <b role="alert"> · Not saved: {saves.refused}</b> : null}
    </p>
  );
}
