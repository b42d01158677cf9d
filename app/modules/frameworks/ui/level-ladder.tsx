import type { FrameworkResource, StatementResource } from '../queries/framework-schemas';
import { StatementList } from './statement-list';

export interface LevelLadderProps {
  readonly levels: FrameworkResource['levels'];
  /** Which statements of a level are shown; not given: all. */
  readonly filter?: (statement: StatementResource) => boolean;
  /** Rank of the headings: 3 under the title of a card, 4 under a domain. */
  readonly heading?: 3 | 4;
}

/** The levels of a framework beside each other, lowest first, each with its caption and its statements. */
export function LevelLadder({ levels, filter = () => true, heading = 3 }: LevelLadderProps) {
  const Heading = heading === 3 ? 'h3' : 'h4';
  return (
    <div className="ladder">
      {levels.map(({ rank, label, caption, statements }) => {
        const shown = statements.filter(filter);
        return (
          <section key={rank} className="rung">
            <Heading className="rung-head">
              <span className="level-mark" data-level={rank}>
                {rank}
              </span>
              <span>
                {label} {caption ? <span className="small">{caption}</span> : null}
              </span>
            </Heading>
            {shown.length > 0 ? (
              <StatementList statements={shown} />
            ) : (
              <p className="small">No statement at this level.</p>
            )}
          </section>
        );
      })}
    </div>
  );
}
