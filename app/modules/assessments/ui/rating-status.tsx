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
  const all = Object.values(saves.queue);
  const conflicts = all.filter(({ conflict }) => conflict !== null).length;
  const waiting = all.length - conflicts;
  const isLate = saves.state === 'waiting' || saves.state === 'signed-out';
  return (
    <p className="as-of rate-status" data-state={saves.state}>
      {isLate ? null : saves.state === 'saving' ? 'Saving' : conflicts > 0 ? null : <b>Saved</b>}
      {conflicts > 0 ? (
        <b role="alert">
          {conflicts === 1 ? '1 cell' : `${conflicts} cells`} to decide, marked ≠: another window saved
          something else
        </b>
      ) : null}
      {saves.state === 'saved' && saves.savedAt && conflicts === 0 ? (
        <>
          {' '}
          <MomentText moment={saves.savedAt} zone={timeZone} />
        </>
      ) : null}
      {saves.state === 'waiting' ? (
        <b>
          {conflicts > 0 ? ' · ' : ''}Waiting for a connection: {waiting} not saved yet, kept in this browser
        </b>
      ) : null}
      {saves.state === 'signed-out' ? (
        <b>You are signed out: sign in again in another window, {waiting} wait in this browser</b>
      ) : null}
      {` · ${rated} of ${total} ratings`}
      {saves.refused ? <b role="alert"> · Not saved: {saves.refused}</b> : null}
    </p>
  );
}
