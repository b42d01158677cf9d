import type { OccupationText } from '../domain/person-form';
import { ROLE_BAND_LABELS } from '../domain/role-band';

interface OccupationRowsProps {
  readonly rows: readonly OccupationText[];
  readonly error?: string | undefined;
}

const MOST = 10;
const SPARE = 2;

/** What a person does: code, band and share, with empty rows to add to. */
export function OccupationRows({ rows, error }: OccupationRowsProps) {
  const empty = Array.from({ length: Math.min(SPARE, MOST - rows.length) }, () => NOTHING);
  return (
    <fieldset className="field occupation-rows">
      <legend>Occupations</legend>
      <div className="field-hint">
        Code of the catalogue, band, and share of the work in percent; all shares together at most 100. Empty
        a code to take it away.
      </div>
      {[...rows, ...empty].map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are places in the form
        <OccupationRow key={`${row.soc} ${index}`} row={row} number={index + 1} />
      ))}
      {error ? <div className="field-error">{error}</div> : null}
    </fieldset>
  );
}

const NOTHING: OccupationText = { soc: '', band: '', share: '' };

function OccupationRow({ row, number }: { readonly row: OccupationText; readonly number: number }) {
  return (
    <div className="occupation-row">
      <input
        className="input"
        name="soc"
        aria-label={`Occupation ${number}, code`}
        placeholder="33-9032.00"
        defaultValue={row.soc}
        maxLength={10}
      />
      <select className="input" name="band" aria-label={`Occupation ${number}, band`} defaultValue={row.band}>
        <option value="">No band</option>
        {Object.entries(ROLE_BAND_LABELS).map(([band, label]) => (
          <option key={band} value={band}>
            {label}
          </option>
        ))}
      </select>
      <input
        className="input"
        name="share"
        aria-label={`Occupation ${number}, share in percent`}
        type="number"
        min={1}
        max={100}
        placeholder="%"
        defaultValue={row.share}
      />
    </div>
  );
}
