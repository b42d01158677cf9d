import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import type { FrameworkResource } from '../queries/framework-schemas';
import { CitationChip } from './citation-chip';
import { citedSources } from './citation-key';
import { DomainLadders } from './domain-ladders';
import { INSTRUMENT_LABELS } from './instrument-labels';
import { LevelLadder } from './level-ladder';

/** One framework: what it covers, its statements by level, and the sources that they cite. */
export function FrameworkCard({ framework }: { readonly framework: FrameworkResource }) {
  const { instrument, version, contextCovered, own, levels } = framework;
  const statements = levels.flatMap((level) => level.statements);
  const unconfirmed = statements.filter(({ split }) => split === 'unconfirmed').length;
  const whose = own ? 'your own framework' : 'shared catalogue';
  return (
    <Card
      title={INSTRUMENT_LABELS[instrument]}
      aside={<span className="small">{`${version} · ${statements.length} statements · ${whose}`}</span>}
    >
      {unconfirmed > 0 ? <UnconfirmedNotice count={unconfirmed} of={statements.length} /> : null}
      {contextCovered ? (
        <p className="context">
          <b>Context covered.</b> {contextCovered}
        </p>
      ) : null}
      {instrument === 'durable' ? <DomainLadders levels={levels} /> : <LevelLadder levels={levels} />}
      <CitedSources framework={framework} />
    </Card>
  );
}

function UnconfirmedNotice({ count, of }: { readonly count: number; readonly of: number }) {
  return (
    <Notice tone="warn" title={`${count} of ${of} statements have no confirmed split`}>
      The text of the page runs label and behaviour together. Importing the JSON export of this version splits
      them.
    </Notice>
  );
}

function CitedSources({ framework }: { readonly framework: FrameworkResource }) {
  const all = framework.levels.flatMap((level) => level.statements.flatMap(({ citations }) => citations));
  const cited = citedSources(all);
  if (cited.length === 0) return null;
  return (
    <dl className="cited">
      {cited.map((citation) => (
        <div key={`${citation.source} ${citation.title}`}>
          <dt>
            <CitationChip citation={citation} />
          </dt>
          <dd>{citation.title}</dd>
        </div>
      ))}
    </dl>
  );
}
