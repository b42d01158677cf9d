import type { FrameworkContent, FrameworkLevel, Statement } from '../document';
import { emptyLevels } from '../empty-levels';
import { MAX_CONTEXT_CHARS, MAX_STATEMENTS_PER_LEVEL } from '../framework-limits';
import { LEVEL_LABELS } from '../level';
import { levelLabelFault } from '../level-label-fault';
import { normaliseStatement } from '../normalise-statement';
import { joinStatement } from '../split-statement';
import { commonCell, type FrameworkRows } from './common-cell';
import type { FrameworkRow } from './read-framework-row';

function groupBy(rows: readonly FrameworkRow[], keyOf: (row: FrameworkRow) => unknown): FrameworkRow[][] {
  const groups = new Map<string, FrameworkRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The level of a rank with the label and the caption that its rows give it. */
function levelOf(group: FrameworkRows, rank: number): FrameworkLevel {
  const here = { ...group, rows: group.rows.filter((row) => row.rank === rank) };
  const instrument = group.rows[0]?.instrument ?? 'mastery';
  const word = LEVEL_LABELS[instrument][rank] ?? '';
  const label = commonCell(here, 'level_label', {
    check: (text) => levelLabelFault(instrument, rank, text),
  });
  const caption = commonCell(here, 'caption');
  return { rank, key: word.toLowerCase(), label: label ?? word, caption };
}

/** Positions as given, or by the order of the rows where none of the group has one. */
function statementsOf({ rows, file, faults }: FrameworkRows): Statement[] {
  const fault = (line: number, detail: string) => void faults.push({ pointer: `${file}:${line}`, detail });
  const numbered = rows.some(({ position }) => position !== null);
  const seen = new Map<number | string, number>();
  if (rows.length > MAX_STATEMENTS_PER_LEVEL)
    fault(rows[0]?.line ?? 1, `level: ${rows.length} statements; at most ${MAX_STATEMENTS_PER_LEVEL}.`);
  return rows.map((row, index) => {
    const { line, rank, dimension, label, behaviour, split, citations } = row;
    const text = normaliseStatement(joinStatement(row));
    const key = row.position ?? text;
    const before = seen.get(key);
    if (numbered && row.position === null)
      fault(line, 'position: is empty while other statements of this level have one.');
    if (before !== undefined)
      fault(
        line,
        numbered
          ? `position: ${row.position} stands in line ${before} too.`
          : `behaviour: the same statement stands in line ${before} too.`,
      );
    seen.set(key, before ?? line);
    const position = row.position ?? index + 1;
    return { rank, dimension, position, label, behaviour, split, citations };
  });
}

function frameworkOf(group: FrameworkRows): FrameworkContent {
  const [first] = group.rows;
  const { instrument = 'mastery', version = '', line = 1 } = first ?? {};
  const missing = group.whole ? emptyLevels({ instrument, statements: group.rows }) : [];
  for (const place of missing) {
    const detail = `level: ${instrument} ${version} has no statement at ${place}.`;
    group.faults.push({ pointer: `${group.file}:${line}`, detail });
  }
  return {
    instrument,
    version,
    contextCovered: commonCell(group, 'context', { maxChars: MAX_CONTEXT_CHARS }) ?? '',
    levels: [1, 2, 3, 4].map((rank) => levelOf(group, rank)),
    statements: groupBy(group.rows, ({ rank, dimension }) => [rank, dimension]).flatMap((rows) =>
      statementsOf({ ...group, rows }),
    ),
  };
}

/** The frameworks of a file, by instrument and version in the order of their first rows. Faults are added. */
export function collectFrameworks(file: FrameworkRows): FrameworkContent[] {
  return groupBy(file.rows, ({ instrument, version }) => [instrument, version]).map((rows) =>
    frameworkOf({ ...file, rows }),
  );
}
