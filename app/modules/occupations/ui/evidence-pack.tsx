import type { EvidenceResource } from '../domain/api-schemas';
import { asWords, countText, measureName, sourceName, valueText } from './evidence-words';

/** The measures of the evidence pack by source, each with its release, number of observations and precision. */
export function EvidencePack({ evidence }: { readonly evidence: readonly EvidenceResource[] }) {
  if (evidence.length === 0) {
    return (
      <p className="small">
        No data. Measures of AI use in this occupation come with the page text of its framework.
      </p>
    );
  }
  const sources = [...new Set(evidence.map(({ source }) => source))];
  return (
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
      {sources.map((source) => (
        <SourceRows key={source} measures={evidence.filter((measure) => measure.source === source)} />
      ))}
    </table>
  );
}

function SourceRows({ measures }: { readonly measures: readonly EvidenceResource[] }) {
  const releases = [...new Set(measures.map(({ release }) => release))].join(', ');
  return (
    <tbody>
      <tr className="evidence-source">
        <th scope="colgroup" colSpan={4}>
          {sourceName(measures[0]?.source ?? '')} <span className="small">release: {releases}</span>
        </th>
      </tr>
      {measures.map((measure) => (
        <tr key={`${measure.release} ${measure.measure}`}>
          <th scope="row">
            {measureName(measure.measure)}
            {measure.inheritedFrom ? <span className="small"> of {measure.inheritedFrom}</span> : null}
          </th>
          <td data-label="Value">{valueText(measure)}</td>
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

function Quiet({ text }: { readonly text: string }) {
  return text === 'no data' ? <span className="small">{text}</span> : text;
}
