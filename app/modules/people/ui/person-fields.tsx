import type { ReactNode } from 'react';
import { Field } from '~/components/field';
import { SuggestField } from '~/components/suggest-field';
import { AVAILABILITY_LABELS } from '../domain/availability';
import type { PersonTexts } from '../domain/person-form';
import { EMPLOYEE_KIND_LABELS, EMPLOYMENT_STATUS_LABELS } from '../domain/person-labels';
import { ChoiceField } from './choice-field';
import { OccupationRows } from './occupation-rows';

export interface PersonFieldsProps {
  readonly texts: PersonTexts;
  readonly sites: readonly { readonly siteId: string; readonly name: string }[];
  /** Paths of teams to offer before anything is typed. */
  readonly teams: readonly string[];
  readonly faultOf: (field: string) => string | undefined;
  /** Where what fits is asked for, "/o/demo/people/suggest". */
  readonly suggestAt: string;
  /** Stands before the others. */
  readonly first?: ReactNode;
}

/** Everything that is written about a person by hand. */
export function PersonFields({ texts, sites, teams, faultOf, suggestAt, first }: PersonFieldsProps) {
  const plain = (name: 'name' | 'email' | 'title' | 'startedOn' | 'endedOn') => ({
    name,
    defaultValue: texts[name],
    error: faultOf(name),
  });
  return (
    <>
      <div className="settings-fields">
        {first}
        <Field label="Name" {...plain('name')} required maxLength={200} autoComplete="off" />
        <Field label="E-mail address" {...plain('email')} maxLength={320} autoComplete="off" />
        <Field label="Title" {...plain('title')} required maxLength={300} />
        <SuggestField
          label="Team"
          name="team"
          hint="Its path, such as Sites / North, or its name where only one team has it."
          value={texts.team}
          options={teams}
          source={`${suggestAt}?kind=team&query=`}
          error={faultOf('team')}
        />
        <SuggestField
          label="Manager"
          name="manager"
          hint="Name, personnel number or e-mail address. Empty: nobody."
          value={texts.manager}
          options={[]}
          source={`${suggestAt}?kind=person&query=`}
          error={faultOf('manager')}
        />
        <ChoiceField
          label="Site"
          name="site"
          value={texts.site}
          empty="No site"
          options={sites.map(({ siteId, name }) => [siteId, name] as const)}
          error={faultOf('site')}
        />
        <ChoiceField
          label="Status"
          name="status"
          value={texts.status}
          options={Object.entries(EMPLOYMENT_STATUS_LABELS)}
          error={faultOf('status')}
        />
        <ChoiceField
          label="Availability"
          name="availability"
          value={texts.availability}
          options={Object.entries(AVAILABILITY_LABELS)}
          hint="For planning alone; no reason is kept."
          error={faultOf('availability')}
        />
        <ChoiceField
          label="Kind"
          name="kind"
          value={texts.kind}
          options={Object.entries(EMPLOYEE_KIND_LABELS)}
          error={faultOf('kind')}
        />
        <Field label="Start" {...plain('startedOn')} type="date" />
        <Field
          label="Left from"
          {...plain('endedOn')}
          type="date"
          hint="The first day on which the person is no longer here. Empty: not known."
        />
      </div>
      <OccupationRows rows={texts.occupations} error={faultOf('occupations')} />
    </>
  );
}
