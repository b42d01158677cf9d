import { Field } from '~/components/field';
import { type Choosable, mappingChoices } from '~/modules/occupations/domain/mapping/mapping-choices';

interface OccupationFieldsProps {
  readonly title: Choosable;
  readonly errorOf: (field: string) => string | undefined;
}

/** The proposals, and fields for a code of one's own or a split over two. */
export function OccupationFields({ title, errorOf }: OccupationFieldsProps) {
  const choices = mappingChoices(title);
  return (
    <fieldset>
      <legend>The work is</legend>
      {choices.map(({ value, name, detail }, at) => (
        <label key={value} className="mapping-choice">
          <input type="radio" name="choice" value={value} defaultChecked={at === 0} required />
          <span>
            <b>{name}</b> <span className="small">{detail}</span>
          </span>
        </label>
      ))}
      <label className="mapping-choice">
        <input type="radio" name="choice" value="written" defaultChecked={choices.length === 0} required />
        <span>
          <b>Another occupation, or two</b> <span className="small">shares in percent make 100 together</span>
        </span>
      </label>
      <div className="mapping-split">
        <Field
          label="Code"
          name="soc1"
          placeholder="33-9032.00"
          maxLength={20}
          error={errorOf('soc1') ?? errorOf('soc')}
        />
        <Field label="Share" name="share1" inputMode="numeric" maxLength={3} placeholder="100" />
        <Field label="Second code" name="soc2" maxLength={20} />
        <Field label="Its share" name="share2" inputMode="numeric" maxLength={3} />
      </div>
    </fieldset>
  );
}
