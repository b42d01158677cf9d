import type { Attributes } from '../domain/attribute-schemas';
import { scaleShare } from '../domain/scale-share';

type Rated = Attributes['skills'][number];

interface RatedTableProps {
  readonly items: readonly Rated[];
  /** Names what the rest is, such as "skills". */
  readonly noun: string;
}

/** An importance from which on an element counts among the anchors of the occupation. */
const IMPORTANT = 3;
const FIRST_STYLES = 10;
const one = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const raw = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Rated elements by importance, those that count at once; the less important and the suppressed ones on demand. */
export function RatedTable({ items, noun }: RatedTableProps) {
  const counts = (item: Rated, index: number) =>
    item.importance === undefined
      ? item.suppressed !== true && index < FIRST_STYLES
      : item.importance >= IMPORTANT;
  const first = items.filter(counts);
  const rest = items.filter((item, index) => !counts(item, index));
  return (
    <>
      {first.length > 0 ? <Rows items={first} /> : <p className="small">None is rated as important.</p>}
      {rest.length > 0 ? (
        <details className="disclosure">
          <summary>
            {rest.length} less important {noun}
          </summary>
          <Rows items={rest} />
        </details>
      ) : null}
    </>
  );
}

function Rows({ items }: { readonly items: readonly Rated[] }) {
  const isStyle = items.some(({ impact }) => impact !== undefined);
  const isRated =
    isStyle || items.some(({ importance, suppressed }) => importance !== undefined || suppressed);
  if (!isRated) {
    return (
      <ul className="words">
        {items.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    );
  }
  return (
    <table className="table rated">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">{isStyle ? 'Impact, −3 to 3' : 'Importance, 0 to 100'}</th>
          {isStyle ? null : (
            <th scope="col" className="number">
              Level, 0 to 100
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.elementId ?? item.name}>
            <th scope="row">{item.name}</th>
            <td>
              <Leading item={item} />
            </td>
            {isStyle ? null : (
              <td className="number">
                <Level item={item} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Leading({ item: { importance, impact, suppressed, n } }: { readonly item: Rated }) {
  if (suppressed) return <span className="small">not shown: too uncertain, says the source</span>;
  if (importance !== undefined) {
    const share = scaleShare('importance', importance);
    const title = `${raw.format(importance)} of 5${n === undefined ? '' : `, ${n} raters`}`;
    return <Bar share={share} text={one.format(share)} title={title} />;
  }
  if (impact === undefined) return <span className="small">no data</span>;
  return <Bar share={scaleShare('impact', impact)} text={raw.format(impact).replace('-', '−')} />;
}

function Level({ item: { level, notRelevant } }: { readonly item: Rated }) {
  if (notRelevant) return <span className="small">not relevant</span>;
  if (level === undefined) return <span className="small">no data</span>;
  return <span title={`${raw.format(level)} of 7`}>{one.format(scaleShare('level', level))}</span>;
}

interface BarProps {
  /** 0 to 100. */
  readonly share: number;
  readonly text: string;
  readonly title?: string;
}

function Bar({ share, text, title }: BarProps) {
  return (
    <span className="bar-figure" title={title}>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={share.toFixed(2)} height="1" />
      </svg>
      <span>{text}</span>
    </span>
  );
}
