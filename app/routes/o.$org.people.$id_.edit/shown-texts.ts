import { availabilityOf } from '~/modules/people/domain/availability';
import { occupationTexts, type PersonTexts } from '~/modules/people/domain/person-form';
import type { getEditablePerson } from '~/modules/people/queries/get-editable-person';

type Editable = Awaited<ReturnType<typeof getEditablePerson>>;

/** The form as it shows a person on the day. */
export function shownTexts({ person, team, manager }: Editable): PersonTexts {
  const { employment } = person;
  return {
    name: person.name,
    email: person.email ?? '',
    title: employment?.title ?? '',
    team,
    manager: manager ?? '',
    site: employment?.siteId ?? '',
    status: employment?.status ?? '',
    availability: employment ? availabilityOf(employment) : '',
    kind: person.kind,
    startedOn: person.startedOn ?? '',
    endedOn: person.endedOn ?? '',
    occupations: occupationTexts(person.occupations),
  };
}
