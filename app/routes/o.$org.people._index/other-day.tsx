import { Link } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import type { PeopleAddress } from '~/modules/people/domain/people-filter';
import { addressIn } from './people-state';

interface OtherDayProps {
  readonly state: PeopleAddress;
  readonly day: string;
  readonly today: string;
}

/** Says that the list is of another day than today. */
export function OtherDay({ state, day, today }: OtherDayProps) {
  return (
    <Notice>
      {day < today ? 'This is who was here on ' : 'This is who will be here, as planned now, on '}
      <DayText day={day} />, with the titles, teams and occupations of that day.{' '}
      <Link className="link" to={addressIn('', { ...state, asOf: null, cursor: null })}>
        Show today
      </Link>
    </Notice>
  );
}
