import { Link } from '@remix-run/react';
import { X } from 'lucide-react';
import { LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import type { EvidenceResource } from '~/modules/occupations/domain/api-schemas';
import { EvidencePack } from '~/modules/occupations/ui/evidence-pack';
import type { NextGoal } from '../../domain/ai-readiness/next-goals';
import {
  type LiveReadinessRow,
  NOT_OPEN,
  type ReleasedReadinessRow,
} from '../../domain/ai-readiness/readiness-view';
import { shareInWords } from '../../domain/ai-readiness/share-words';
import type { ReadinessWhy } from '../../domain/ai-readiness/why-readiness';
import { formatCount, formatLevel, formatPeople, formatShare } from '../format-figure';
import { LevelDistribution } from '../level-distribution';
import type { StatementView } from '../panel-statements';
import { WhyBlock } from '../why-block';

interface ReadinessPanelProps {
  readonly title: string;
  readonly live: LiveReadinessRow | null;
  readonly released: ReleasedReadinessRow | null;
  readonly why: readonly ReadinessWhy[];
  readonly soc: string | null;
  readonly goals: readonly NextGoal<StatementView>[];
  readonly evidence: readonly EvidenceResource[] | null;
  readonly closeHref: string;
  /** Address of this panel. */
  readonly link: string;
  /** Address of the occupation. */
  readonly occupationHref: string | null;
}

/** What stands behind a row: figures with why, levels, goals of the next level, evidence of the occupation. */
export function ReadinessPanel(props: ReadinessPanelProps) {
  const { title, live, released, why, soc, goals, evidence, closeHref, link, occupationHref } = props;
  return (
    <aside className="card panel readiness-panel" aria-labelledby="readiness-title">
      <div className="panel-head">
        <h2 id="readiness-title" data-panel-title tabIndex={-1}>
          {title}
        </h2>
        <Link className="panel-close" to={closeHref} preventScrollReset aria-label="Close, back to the table">
          <X aria-hidden="true" />
          <span>Back to the table</span>
        </Link>
      </div>
      {soc && occupationHref ? (
        <p className="panel-meta">
          <Link className="link" to={occupationHref}>
            {soc}
          </Link>
        </p>
      ) : null}
      {live ? <LiveFigures row={live} /> : null}
      {released ? <ReleasedFigures row={released} isElsewhere={live !== null} /> : null}
      {why.length > 0 ? <h3>Why these numbers</h3> : null}
      {why.map((one) => (
        <WhyBlock key={one.figure} why={{ ...one, value: `${one.name}: ${one.value}`, link }} />
      ))}
      {soc ? <Goals goals={goals} /> : null}
      {evidence ? (
        <>
          <h3>Evidence pack</h3>
          <EvidencePack evidence={evidence} />
        </>
      ) : null}
    </aside>
  );
}

function LiveFigures({ row }: { readonly row: LiveReadinessRow }) {
  const { figures, sums } = row;
  if (row.closed)
    return (
      <>
        <p className="panel-figure">{NOT_OPEN}</p>
        <p className="panel-meta">
          {formatPeople(sums.people)}. So few of them are assessed that the figures would tell what one of
          them was given in a blind cycle. They open when both sides are in, or when the cycle is over.
        </p>
      </>
    );
  return (
    <>
      <p className="panel-figure">
        {figures.readiness === null ? 'not assessed' : formatLevel(figures.readiness)}
        <small>AI-readiness of 100, n {formatCount(sums.pairs)}</small>
      </p>
      <p className="panel-meta">
        {formatPeople(sums.people)}, {formatShare(figures.unknownShare ?? 0)} not assessed. A figure of the
        group, never a score of a person.
      </p>
      <LevelDistribution counts={sums.levels} labels={LEVEL_LABELS.ai_use} />
    </>
  );
}

function ReleasedFigures({ row, isElsewhere }: { row: ReleasedReadinessRow; isElsewhere: boolean }) {
  return (
    <>
      {isElsewhere ? <h3>Elsewhere, as released</h3> : null}
      <p className="panel-meta">
        {formatPeople(row.people ?? 0)}, {formatCount(row.assessed ?? 0)} assessed, mean level{' '}
        {formatLevel(row.mean ?? 0)}.{' '}
        {row.atTarget ? `At AI-use target: ${shareInWords(row.atTarget)}. ` : ''}
        {row.readiness ? `AI-readiness: ${shareInWords(row.readiness)}.` : ''}
      </p>
      <details className="disclosure">
        <summary>Why these numbers</summary>
        <div className="why-body">
          <p>
            Mean level = sum of levels / people assessed. At target = people at their target or above /
            assessed people with a target. AI-readiness = mean attainment of them. Each is rounded before it
            leaves: the mean to one decimal, shares in thirds, or to 10 points where many contribute. How many
            are at each level is not released, nor is a share that would tell levels together with the mean.
          </p>
        </div>
      </details>
    </>
  );
}

function Goals({ goals }: { readonly goals: readonly NextGoal<StatementView>[] }) {
  if (goals.length === 0)
    return (
      <>
        <h3>Goals of the next level</h3>
        <p className="panel-meta">
          No statement of a next level: the occupation has no AI-use framework yet, or nobody is below the
          top.
        </p>
      </>
    );
  return (
    <>
      <h3>Goals of the next level</h3>
      {goals.map(({ from, people, to }, index) => (
        <details key={from} className="disclosure statements" open={index === 0}>
          <summary>
            To {to.rank} {to.label}{' '}
            <span className="small">{people === null ? '' : `${formatPeople(people)} at level ${from}`}</span>
          </summary>
          <ul>
            {to.statements.map((statement) => (
              <li key={`${statement.label} ${statement.behaviour}`} className="statement">
                {statement.label ? <b>{statement.label}. </b> : null}
                {statement.behaviour}
                {statement.citations.map((citation) => (
                  <div key={`${citation.source} ${citation.title}`}>
                    <cite className="citation">{citation.title}</cite>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
