import { DayText, MomentText } from '~/components/date-text';
import type { PersonState } from './person-state';

/** As of which day the page is, and when its figures were computed. */
export function AsOfLine({ asOf, isPast, profile, timeZone }: PersonState) {
  return (
    <>
      As of <DayText day={asOf} />
      {isPast ? ', valid then as known now' : ''}
      {profile?.computedAt ? (
        <>
          , computed <MomentText moment={profile.computedAt} zone={timeZone} />
        </>
      ) : null}
    </>
  );
}
