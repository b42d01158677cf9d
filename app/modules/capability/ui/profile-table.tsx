import { Link } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import { DIMENSION_LABELS, type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS, type Level } from '~/modules/frameworks/domain/level';
import type { RaterKind } from '../domain/heatmap-view';
import { RATER_KIND_WORDS } from '../domain/rater-kind-words';
import { formatSignedWhole, strengthWord } from './format-figure';

export interface ProfileRowView {
  readonly dimension: Dimension;
  /** Null is not assessed. */
  readonly level: Level | null;
  /** 0 to 1; null when not assessed. */
  readonly strength: number | null;
  readonly recheckOn: string | null;
  readonly rater: RaterKind | null;
  readonly assessedOn: string | null;
  /** Code and title of the occupation the rating was made under, when it is another one. */
  readonly ratedAs?: string | null;
  readonly ratedAsTitle?: string;
  /** Who brought the rating in with a file. */
  readonly importedBy?: string;
  readonly target: number | null;
  readonly defaultTarget: boolean;
  readonly critical: boolean;
  readonly gap: number | null;
  readonly selfManagerDifference: number | null;
  readonly contested?: boolean;
}

interface ProfileTableProps {
  readonly rows: readonly ProfileRowView[];
  /** Each dimension leads to its history on the same page. */
  readonly linked?: boolean;
  /** Where the person contests each level of their own that can be; absent: not the page of oneself. */
  readonly contestable?: readonly { readonly dimension: Dimension; readonly to: string }[];
}

/** Says that the person contests the level and nobody answered yet. */
export function ContestedMark() {
  return <span className="small contested">contested, not answered yet</span>;
}

/** One person's profile: level, evidence, target, gap and self-manager difference in each dimension. */
export function ProfileTable({ rows, linked = false, contestable = [] }: ProfileTableProps) {
  return (
    <table className="table profile">
      <caption className="sr-only">Level, evidence and target in each dimension</caption>
      <thead>
        <tr>
          <th scope="col">Dimension</th>
          <th scope="col">Level</th>
          <th scope="col">Evidence</th>
          <th scope="col">Rated by</th>
          <th scope="col">Target</th>
          <th scope="col">Gap</th>
          <th scope="col">Self − manager</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.dimension} className={row.dimension === 'ai_use' ? 'first' : undefined}>
            <th scope="row">
              {linked ? (
                <a className="link" href={`#history-${row.dimension}`}>
                  {DIMENSION_LABELS[row.dimension]}
                </a>
              ) : (
                DIMENSION_LABELS[row.dimension]
              )}
              {row.contested ? <ContestedMark /> : null}
            </th>
            <td data-label="Level">
              {levelOf(row)}
              <ContestLink
                dimension={row.dimension}
                to={contestable.find(({ dimension }) => dimension === row.dimension)?.to}
              />
            </td>
            <td data-label="Evidence">{evidenceOf(row)}</td>
            <td data-label="Rated by">{ratedBy(row)}</td>
            <td data-label="Target">{targetOf(row)}</td>
            <td data-label="Gap">{gapOf(row)}</td>
            <td data-label="Self − manager">
              {row.selfManagerDifference === null ? '–' : formatSignedWhole(row.selfManagerDifference)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ContestLink({ dimension, to }: { readonly dimension: Dimension; readonly to: string | undefined }) {
  if (to === undefined) return null;
  return (
    <span className="small">
      <Link className="link" to={to}>
        Contest<span className="sr-only"> the level in {DIMENSION_LABELS[dimension]}</span>
      </Link>
    </span>
  );
}

function levelOf({ level, dimension }: ProfileRowView) {
  if (level === null) return 'not assessed';
  return (
    <>
      <span className="level-chip" data-level={level}>
        {level}
      </span>{' '}
      {LEVEL_LABELS[instrumentOf(dimension)][level]}
    </>
  );
}

function evidenceOf({ strength, recheckOn }: ProfileRowView) {
  if (strength === null) return '–';
  const word = strengthWord(strength);
  return (
    <>
      <span className="strength" data-strength={word}>
        {word}
      </span>
      {recheckOn && word !== 're-check' ? (
        <span className="small">
          until <DayText day={recheckOn} />
        </span>
      ) : null}
    </>
  );
}

function ratedBy({ rater, assessedOn, ratedAs, ratedAsTitle, importedBy }: ProfileRowView) {
  if (!rater) return '–';
  return (
    <>
      {RATER_KIND_WORDS[rater]}
      {assessedOn ? (
        <>
          , <DayText day={assessedOn} />
        </>
      ) : null}
      {ratedAs ? <span className="small">rated as {ratedAsTitle ?? ratedAs}</span> : null}
      {importedBy ? <span className="small">imported by {importedBy}</span> : null}
    </>
  );
}

function targetOf({ target, defaultTarget, critical }: ProfileRowView) {
  if (target === null) return 'no target';
  return (
    <>
      {target}
      <span className="small">
        {defaultTarget ? 'default' : 'written'}
        {critical ? ', critical' : ''}
      </span>
    </>
  );
}

function gapOf({ gap, target, level }: ProfileRowView): string {
  if (target === null || level === null || gap === null) return '–';
  return gap === 0 ? 'met' : `\u2212${gap}`;
}
