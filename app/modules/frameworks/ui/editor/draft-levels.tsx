import { Link } from '@remix-run/react';
import { DIMENSION_LABELS, type Dimension, type Instrument } from '../../domain/dimension';
import type { DraftContent, DraftLevel } from '../../domain/draft/draft-content';
import { LEVEL_LABELS } from '../../domain/level';
import { DraftStatements } from './draft-statements';
import { LevelForm } from './level-form';
import { StatementForm } from './statement-form';

/** Which form of the page is open, and what was typed into it and not saved. */
export interface OpenForm {
  readonly kind: 'edit' | 'add' | 'level' | 'none';
  /** Id of the statement. */
  readonly id: string;
  /** Level. */
  readonly rank: number;
  readonly values: Readonly<Record<string, string>> | null;
  readonly conflict: boolean;
  readonly faultOf: (field: string) => string | undefined;
}

export interface DraftLevelsProps {
  readonly instrument: Instrument;
  readonly content: DraftContent;
  readonly revision: number;
  /** The domain that is shown; null but for durable skills. */
  readonly dimension: Dimension | null;
  readonly open: OpenForm;
  /** Address of the page with these words in its query. */
  readonly addressOf: (query: Readonly<Record<string, string>>) => string;
}

/** The four levels under each other, lowest first, each with its statements and the form that is open in it. */
export function DraftLevels(props: DraftLevelsProps) {
  return props.content.levels.map((level) => <LevelSection key={level.rank} {...props} level={level} />);
}

function LevelSection(props: DraftLevelsProps & { readonly level: DraftLevel }) {
  const { content, revision, dimension, open, addressOf, level } = props;
  const { rank, label, caption } = level;
  const here = content.statements.filter((one) => one.rank === rank && one.dimension === dimension);
  const editing = open.kind === 'edit' ? here.find(({ id }) => id === open.id) : undefined;
  const adding = open.kind === 'add' && open.rank === rank;
  const of = dimension ? ` of ${DIMENSION_LABELS[dimension]}` : '';
  return (
    <section className="draft-level" id={`level-${rank}`} aria-labelledby={`level-${rank}-title`}>
      <div className="rung-head">
        <span className="level-mark" data-level={rank}>
          {rank}
        </span>
        <h3 id={`level-${rank}-title`}>
          {label} {caption ? <span className="small">{caption}</span> : null}
        </h3>
        <Link className="link" to={addressOf({ level: String(rank) })} preventScrollReset>
          Edit<span className="sr-only"> level {label}</span>
        </Link>
      </div>
      {open.kind === 'level' && open.rank === rank ? <OpenLevel {...props} /> : null}
      {here.length > 0 ? (
        <DraftStatements
          statements={here}
          revision={revision}
          editTo={(id) => `${addressOf({ edit: id })}#statement-form`}
        />
      ) : (
        <p className="small">
          No statement at {label}
          {of} yet.
        </p>
      )}
      {editing || adding ? <OpenStatement {...props} stored={editing ?? null} /> : null}
      {adding ? null : (
        <Link
          className="chip"
          data-add=""
          to={`${addressOf({ add: String(rank) })}#statement-form`}
          preventScrollReset
        >
          Add a statement<span className="sr-only"> at {label}</span>
        </Link>
      )}
    </section>
  );
}

type Shown = DraftLevelsProps & { readonly level: DraftLevel };

function OpenLevel({ instrument, level, revision, open, addressOf }: Shown) {
  return (
    <LevelForm
      key={revision}
      level={level}
      word={LEVEL_LABELS[instrument][level.rank] ?? ''}
      revision={revision}
      values={open.values}
      faultOf={open.faultOf}
      cancelTo={addressOf({})}
    />
  );
}

function OpenStatement(props: Shown & { readonly stored: DraftContent['statements'][number] | null }) {
  const { instrument, content, revision, dimension, open, addressOf, level, stored } = props;
  return (
    <StatementForm
      key={`${stored?.id} ${revision}`}
      instrument={instrument}
      levels={content.levels}
      revision={revision}
      stored={stored}
      place={{ rank: level.rank, dimension }}
      values={open.values}
      faultOf={open.faultOf}
      conflict={open.conflict}
      cancelTo={addressOf({})}
    />
  );
}
