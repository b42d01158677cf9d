import type { EvidenceResource } from '../domain/api-schemas';
import {
  asWords,
  countText,
  measureMeaning,
  measureName,
  missingMeasures,
  sourceName,
  valueText,
} from './evidence-words';
import { ParentMark } from './parent-mark';

/** Measures that are for machines. */
const KEYS_ONLY: ReadonlySet<string> = new Set(['cluster_slug']);

/** The measures of the evidence pack by source and release, each with its number of observations and precision. */
export function EvidencePack({ evidence }: { readonly evidence: readonly EvidenceResource[] }) {
  const shown = evidence.filter(({ measure }) => !KEYS_ONLY.has(measure));
  const releases = Map.groupBy(shown, ({ source, release }) => `${source} ${release}`);
  const missing = missingMeasures(evidence);
  return (
    <>
      <table className="table evidence">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Value</th>
            <th scope="col" className="number">
              n
            </th>
            <th scope="col">Precision</th>
          </tr>
        </thead>
        {[...releases].map(([key, measures]) => (
          <ReleaseRows key={key} measures={measures} />
        ))}
        {missing.length > 0 ? <MissingRows measures={missing} whole={evidence.length === 0} /> : null}
      </table>
      <p className="evidence-note small">
        Evidence about AI describes work in this occupation, never a person. No figure here says that somebody
        can be replaced.
      </p>
    </>
  );
}

function ReleaseRows({ measures }: { readonly measures: readonly EvidenceResource[] }) {
  const [first] = measures;
  return (
    <tbody>
      <tr className="evidence-source">
        <th scope="colgroup" colSpan={4}>
          {sourceName(first?.source ?? '')} <span className="small">release: {first?.release}</span>
        </th>
      </tr>
      {measures.map((measure) => (
        <tr key={`${measure.measure} ${measure.precision ?? ''}`}>
          <th scope="row">
            {measureName(measure.measure)}
            <span className="small meaning">{measureMeaning(measure.measure)}</span>
            {measure.inheritedFrom ? <ParentMark inheritedFrom={measure.inheritedFrom} /> : null}
          </th>
          <td data-label="Value">
            <Quiet text={valueText(measure)} />
          </td>
          <td className="number" data-label="n">
            <Quiet text={countText(measure.n)} />
          </td>
          <td data-label="Precision">
            <Quiet text={measure.precision ? asWords(measure.precision) : 'no data'} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

interface MissingRowsProps {
  readonly measures: readonly string[];
  /** Nothing at all is known. */
  readonly whole: boolean;
}

function MissingRows({ measures, whole }: MissingRowsProps) {
  return (
    <tbody>
      <tr className="evidence-source">
        <th scope="colgroup" colSpan={4}>
          {whole ? 'No evidence is loaded for this occupation' : 'Not in any source that is loaded'}
        </th>
      </tr>
      {measures.map((measure) => (
        <tr key={measure}>
          <th scope="row">{measureName(measure)}</th>
          <td data-label="Value">
            <Quiet text="no data" />
          </td>
          <td className="number" data-label="n">
            <Quiet text="no data" />
          </td>
          <td data-label="Precision">
            <Quiet text="no data" />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Quiet({ text }: { readonly text: string }) {
  return text === 'no data' ? <span className="small">{text}</span> : text;
}
