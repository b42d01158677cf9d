import { Field } from '~/components/field';
import { SuggestField } from '~/components/suggest-field';
import { AVAILABILITY_LABELS } from '~/modules/people/domain/availability';
import { EMPLOYEE_KIND_LABELS, EMPLOYMENT_STATUS_LABELS } from '~/modules/people/domain/person-labels';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { ChoiceField } from '~/modules/people/ui/choice-field';

interface ChangeFieldsProps {
  readonly entered: Readonly<Record<string, unknown>> | null;
  readonly sites: readonly { readonly siteId: string; readonly name: string }[];
  readonly teams: readonly string[];
  readonly today: string;
  readonly suggestAt: string;
  readonly faultOf: (field: string) => string | undefined;
}

const STAYS = 'As it is';

/** Fields that can be changed of many people; what is left empty stays. */
export function ChangeFields({ entered, sites, teams, today, suggestAt, faultOf }: ChangeFieldsProps) {
  const value = (name: string) => String(entered?.[name] ?? '');
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <ChoiceField
      label={label}
      name={name}
      value={value(name)}
      empty={STAYS}
      options={options}
      error={faultOf(name)}
    />
  );
  return (
    <>
      <div className="settings-fields">
        <Field
          label="Title"
          name="title"
          defaultValue={value('title')}
          maxLength={300}
          error={faultOf('title')}
        />
        <SuggestField
          label="Team"
          name="team"
          hint="Its path, such as Sites / North. Empty: as it is."
          value={value('team')}
          options={teams}
          source={`${suggestAt}?kind=team&query=`}
          error={faultOf('team')}
        />
        <SuggestField
          label="Manager"
          name="manager"
          hint="Name, personnel number or e-mail address. Empty: as it is."
          value={value('manager')}
          options={[]}
          source={`${suggestAt}?kind=person&query=`}
          error={faultOf('manager')}
        />
        {choice('site', 'Site', [
          ['none', 'No site'],
          ...sites.map(({ siteId, name }) => [siteId, name] as const),
        ])}
        {choice('status', 'Status', Object.entries(EMPLOYMENT_STATUS_LABELS))}
        {choice('availability', 'Availability', Object.entries(AVAILABILITY_LABELS))}
        {choice('kind', 'Kind', Object.entries(EMPLOYEE_KIND_LABELS))}
        <Field
          label="Occupation"
          name="occupation"
          hint="Code of the only occupation from then on, such as 33-9032.00. Empty: as it is."
          defaultValue={value('occupation')}
          maxLength={10}
          error={faultOf('occupations')}
        />
        {choice('band', 'Role band', Object.entries(ROLE_BAND_LABELS))}
        <Field
          label="Holds from"
          name="from"
          type="date"
          required
          defaultValue={value('from') || today}
          error={faultOf('from')}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          name="noManager"
          value="yes"
          defaultChecked={entered?.['noManager'] === true}
        />
        No manager from then on
      </label>
      <label className="check">
        <input type="checkbox" name="own" value="yes" defaultChecked={entered?.['own'] === true} />
        Cadre owns these fields from now on; imports leave them
      </label>
    </>
  );
}
