import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { INSTRUMENT_ORDER } from '~/modules/frameworks/ui/instrument-labels';

/** Which tab is open: the statements of an instrument, or the tables of the source. */
export type View = Instrument | 'onet';

/** What the address of the page says. */
export interface OccupationState {
  readonly view: View;
  /** Version of the framework; null: the one that counts. */
  readonly version: string | null;
  /** The cited source that is open beside the statements. */
  readonly cite: string | null;
}

interface Known {
  readonly instrument: string;
}

/** Reads the address; a tab that it does not name is the first instrument that has statements. */
export function readState(search: URLSearchParams, frameworks: readonly Known[]): OccupationState {
  const asked = search.get('view') ?? '';
  const first = INSTRUMENT_ORDER.find((one) => frameworks.some(({ instrument }) => instrument === one));
  return {
    view: isInstrument(asked) || asked === 'onet' ? asked : (first ?? 'mastery'),
    version: search.get('version'),
    cite: search.get('cite'),
  };
}

/** The address of a state; what is not given is left out. */
export function addressOf(place: string, { view, version, cite }: Partial<OccupationState>): string {
  const search = new URLSearchParams();
  if (view) search.set('view', view);
  if (version) search.set('version', version);
  if (cite) search.set('cite', cite);
  const text = search.toString();
  return text === '' ? place : `${place}?${text}`;
}
