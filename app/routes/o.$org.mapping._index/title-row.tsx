import { Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { type Choosable, mappingChoices } from '~/modules/occupations/domain/mapping/mapping-choices';
import { TitleMarks } from '~/modules/occupations/ui/title-marks';
import { CHOICE, VERSION } from './mapping-fields';

/** A cluster of titles as the list shows it. */
export interface TitleShown extends Choosable {
  readonly key: string;
  readonly title: string;
  readonly spellings: readonly { readonly title: string; readonly people: number }[];
  readonly people: number;
  readonly unmapped: number;
  readonly waiting: number;
  readonly states: readonly string[];
  readonly faults: readonly {
    readonly soc: string;
    readonly was: string | null;
    readonly now: string | null;
  }[];
  readonly held: readonly { readonly soc: string; readonly title: string; readonly people: number }[];
  readonly version: number;
}

interface TitleRowProps {
  readonly base: string;
  /** Whether there is a release to compare titles with. */
  readonly canMatch: boolean;
  readonly title: TitleShown;
}

/** One cluster: what it is, what it may be, and the button that confirms it. */
export function TitleRow({ base, canMatch, title }: TitleRowProps) {
  const { key, spellings, waiting, people, version } = title;
  const choices = mappingChoices(title);
  const withoutChoice = canMatch
    ? 'No occupation reads like this. Open the title to write a code.'
    : 'Not compared: no O*NET release is loaded. Open the title to write a code.';
  return (
    <li className="mapping-row">
      <input type="hidden" name={`${VERSION}${key}`} value={version} />
      <label className="mapping-pick">
        <input type="checkbox" name="pick" value={key} disabled={choices.length === 0} />
        <span className="sr-only">Tick {title.title}</span>
      </label>
      <div className="mapping-title">
        <h3>
          <Link className="link" to={`${base}/mapping/title?key=${encodeURIComponent(key)}`}>
            {title.title}
          </Link>
        </h3>
        <p className="small">
          {people.toLocaleString('en')} {people === 1 ? 'person' : 'people'}
          {spellings.length > 1 ? ` · ${spellings.length} spellings` : ''}
        </p>
        <TitleMarks title={title} />
      </div>
      <fieldset className="mapping-choices">
        <legend className="sr-only">Occupation of {title.title}</legend>
        {choices[0]?.unlikely ? (
          <p className="small">
            No occupation reads much like this. Choose one, or open the title to write a code.
          </p>
        ) : null}
        {choices.map(({ value, name, detail, unlikely }, at) => (
          <label key={value} className="mapping-choice">
            <input
              type="radio"
              name={`${CHOICE}${key}`}
              value={value}
              defaultChecked={at === 0 && !unlikely}
            />
            <span>
              <b>{name}</b> <span className="small">{detail}</span>
            </span>
          </label>
        ))}
        {choices.length === 0 ? (
          <p className="small">{title.candidates === null ? 'Being matched.' : withoutChoice}</p>
        ) : null}
      </fieldset>
      <div className="mapping-confirm">
        {choices.length > 0 && waiting > 0 ? (
          <Button type="submit" name="confirm" value={key}>
            Confirm{choices[0]?.keeps ? '' : ` ${waiting.toLocaleString('en')}`}
            <span className="sr-only">
              {waiting === 1 ? ' person' : ' people'} with the title {title.title}
            </span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}
