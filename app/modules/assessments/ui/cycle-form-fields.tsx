import { Field } from '~/components/field';
import { TickChoice } from '~/components/tick-choice';
import { INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import { INSTRUMENT_LABELS } from '~/modules/frameworks/ui/instrument-labels';
import { EMPLOYEE_KIND_LABELS } from '~/modules/people/domain/person-labels';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { ASKED_KIND_WORDS, ASKED_KINDS, type CycleFields, LONGEST_PURPOSE } from '../domain/cycle';
import type { CycleChoices } from '../queries/get-cycle-choices';
import { CycleChoice } from './cycle-choice';

interface CycleFormFieldsProps {
  /** What stands in the form at first. */
  readonly fields: CycleFields;
  /** Whether it is open: then only the name, the end and the reminders can be changed. */
  readonly isOpen: boolean;
  readonly choices: Pick<CycleChoices, 'teams' | 'sites' | 'occupations'>;
  /** What an empty team means to the reader. */
  readonly everybody: string;
  readonly faultOf: (field: string) => string | undefined;
}

/** What a cycle is, whom it rates and by whom. */
export function CycleFormFields({ fields, isOpen, choices, everybody, faultOf }: CycleFormFieldsProps) {
  const { peopleFilter: filter } = fields;
  const select = (name: string, label: string, value: string | null, options: [string, string][]) => (
    <Field label={label} name={name} error={faultOf(name)}>
      {(control) => (
        <select {...control} defaultValue={value ?? ''}>
          {options.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <>
      <Field
        label="Name"
        name="name"
        defaultValue={fields.name}
        maxLength={200}
        error={faultOf('name')}
        required
      />
      <div className="cycle-days">
        {isOpen ? null : (
          <Field
            label="From"
            name="opensOn"
            type="date"
            defaultValue={fields.opensOn}
            error={faultOf('opensOn')}
            required
          />
        )}
        <Field
          label="Until"
          name="closesOn"
          type="date"
          defaultValue={fields.closesOn}
          error={faultOf('closesOn')}
          required
        />
      </div>
      <Field
        label="Reminders"
        name="remindDays"
        defaultValue={fields.remindDays.join(', ')}
        hint="Days before the end on which those who still owe ratings get a letter, such as 14, 7, 1."
        error={faultOf('remindDays')}
      />
      {isOpen ? (
        <p className="small">The purpose, who is rated and by whom stay as people were told.</p>
      ) : (
        <>
          <Field
            label="Purpose"
            name="purpose"
            hint="Everybody who is rated reads this when the cycle opens."
            error={faultOf('purpose')}
          >
            {(control) => (
              <textarea
                {...control}
                rows={4}
                maxLength={LONGEST_PURPOSE}
                defaultValue={fields.purpose ?? ''}
              />
            )}
          </Field>
          <TickChoice
            legend="What is rated"
            name="instruments"
            options={INSTRUMENTS.map((one) => [one, INSTRUMENT_LABELS[one]])}
            chosen={fields.instruments}
            fault={faultOf('instruments')}
          />
          <TickChoice
            legend="Who rates"
            name="raterKinds"
            options={ASKED_KINDS.map((one) => [one, ASKED_KIND_WORDS[one]])}
            chosen={fields.raterKinds}
            fault={faultOf('raterKinds')}
          />
          <CycleChoice
            legend="Ratings by oneself and by the manager"
            name="selfManager"
            options={[
              ['blind', 'Blind: each reads the other when both are in'],
              ['open', 'Open: as soon as one is in'],
            ]}
            chosen={fields.selfManager}
          />
          <CycleChoice
            legend="Who names peers"
            name="peerChoice"
            options={[
              ['manager', 'The manager'],
              ['person', 'The person proposes, the manager approves'],
            ]}
            chosen={fields.peerChoice}
          />
          <TickChoice
            legend="Peers"
            name="peersAnonymous"
            options={[['yes', 'Anonymous: shown as a median of at least three']]}
            chosen={fields.peersAnonymous ? ['yes'] : []}
            fault={undefined}
          />
          <fieldset className="cycle-choice">
            <legend>Who is rated: all of these at once</legend>
            <div className="cycle-filter">
              {select('team', 'Team, with those beneath', filter.team, [
                ['', everybody],
                ...choices.teams.map(({ id, path }): [string, string] => [id, path]),
              ])}
              {select('site', 'Site', filter.site, [
                ['', 'Any'],
                ...choices.sites.map(({ id, name }): [string, string] => [id, name]),
              ])}
              {select('occupation', 'Occupation', filter.occupation, [
                ['', 'Any'],
                ...choices.occupations.map(({ code, title }): [string, string] => [code, title]),
              ])}
              {select('band', 'Role band', filter.band === null ? null : String(filter.band), [
                ['', 'Any'],
                ...Object.entries(ROLE_BAND_LABELS),
              ])}
              {select('kind', 'Kind', filter.kind, [['', 'Any'], ...Object.entries(EMPLOYEE_KIND_LABELS)])}
              <Field
                label="Words of name, id or title"
                name="query"
                defaultValue={filter.query}
                error={faultOf('query')}
              />
            </div>
          </fieldset>
        </>
      )}
    </>
  );
}
