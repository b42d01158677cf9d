import { Link } from '@remix-run/react';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { INSTRUMENT_LABELS, INSTRUMENT_ORDER } from '~/modules/frameworks/ui/instrument-labels';
import { addressOf } from './occupation-state';

interface Framework {
  readonly instrument: Instrument;
  readonly version: string;
  readonly statements: number;
  readonly own: boolean;
}

interface FrameworkVersionsProps {
  /** By instrument, the version that counts first. */
  readonly frameworks: readonly Framework[];
  /** Address of the occupation. */
  readonly place: string;
}

/** Every version of each framework, and where two can be compared. */
export function FrameworkVersions({ frameworks, place }: FrameworkVersionsProps) {
  if (frameworks.length === 0) return <p className="small">No framework is loaded for this occupation.</p>;
  return (
    <>
      {INSTRUMENT_ORDER.map((instrument) => {
        const own = frameworks.filter((framework) => framework.instrument === instrument);
        if (own.length === 0) return null;
        return (
          <section key={instrument} className="word-group">
            <h3>{INSTRUMENT_LABELS[instrument]}</h3>
            <ul className="related">
              {own.map((framework, index) => (
                <li key={`${framework.version} ${framework.own}`}>
                  <Link
                    className="link"
                    to={addressOf(place, { view: instrument, version: framework.version })}
                  >
                    {framework.version}
                  </Link>{' '}
                  <span className="small">
                    {framework.statements} statements · {framework.own ? 'your own' : 'shared catalogue'}
                    {index === 0 ? ' · counts' : ''}
                  </span>
                </li>
              ))}
            </ul>
            <Compare instrument={instrument} versions={own.map(({ version }) => version)} place={place} />
          </section>
        );
      })}
    </>
  );
}

interface CompareProps {
  readonly instrument: Instrument;
  readonly versions: readonly string[];
  readonly place: string;
}

function Compare({ instrument, versions, place }: CompareProps) {
  const [to, from] = [...new Set(versions)];
  if (to === undefined || from === undefined) return null;
  const search = new URLSearchParams({ from, to }).toString();
  return (
    <p>
      <Link className="link compare-link" to={`${place}/compare/${instrument}?${search}`}>
        What changed from {from} to {to}
      </Link>
    </p>
  );
}
