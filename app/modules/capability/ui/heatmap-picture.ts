/** The heatmap as a picture that stands outside the page: an SVG of one file, with what it is of and what is hidden. */

import { DIMENSION_LABELS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { formatDay } from '~/shared/format-day';
import { PICTURE_COLOURS } from '~/styles/picture-colours';
import type { HeatmapCellView, HeatmapMetric, HeatmapRowView } from '../domain/heatmap-view';
import { isHiddenRow, rowTitle } from '../domain/heatmap-view';
import { cellFigure } from './cell-figure';
import { cellLabel, HIDDEN_WORDS } from './cell-label';
import { formatPeople } from './format-figure';
import { visibleCell } from './visible-cell';

export interface HeatmapPicture {
  /** "Mean level, teams". */
  readonly title: string;
  /** Organization, as of when, filters, what is left out: a line each. */
  readonly lines: readonly string[];
  readonly rows: readonly HeatmapRowView[];
  readonly metric: HeatmapMetric;
}

/** Sizes in pixels of the picture. */
const EDGE = 24;
const NAMES = 260;
const COLUMN = 92;
const ROW = 54;
const LINE = 18;
const HEAD = 40;
/** Letters that fit beside each other at the sizes below. */
const NAME_LETTERS = 27;
const NAME_LINES = 2;
const FIGURE_LETTERS = 12;
const LINE_LETTERS = 180;

const LEGEND =
  'Hatched: over 20 % not assessed · 36 ?5%: 36 assessed, 5 % not · Arrows apart: levels far apart · Dot: one person only · Lock: hidden to protect individuals';

/** The picture as the text of an SVG file. Every text of it is escaped; it holds no script and reads nothing else. */
export function heatmapPicture({ title, lines, rows, metric }: HeatmapPicture): string {
  const dimensions = rows[0]?.cells.map(({ dimension }) => dimension) ?? [];
  const shown = lines.flatMap((line) => wrapped(line, LINE_LETTERS));
  const top = EDGE + 30 + shown.length * LINE + HEAD;
  const width = 2 * EDGE + NAMES + dimensions.length * COLUMN;
  const foot = top + rows.length * ROW + LINE;
  const height = foot + EDGE;
  const parts = [
    text(title, { x: EDGE, y: EDGE + 16, size: 20, weight: 700 }),
    ...shown.map((line, at) => text(line, { x: EDGE, y: EDGE + 40 + at * LINE, colour: 'ink-2' })),
    ...dimensions.flatMap((dimension, at) => heading(dimension, { x: columnAt(at), y: top - HEAD })),
    ...rows.flatMap((row, at) => drawRow(row, { y: top + at * ROW, metric })),
    text(LEGEND, { x: EDGE, y: foot + 4, size: 11, colour: 'ink-2' }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(lines.join(' '))}</desc>`,
    HATCHES,
    `<rect width="${width}" height="${height}" fill="${PICTURE_COLOURS.surface}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

type Colour = keyof typeof PICTURE_COLOURS;

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly weight?: number;
  readonly colour?: Colour;
  readonly middle?: boolean;
}

function columnAt(index: number): number {
  return EDGE + NAMES + index * COLUMN;
}

function text(
  words: string,
  { x, y, size = 13, weight = 400, colour = 'ink', middle = false }: Placed,
): string {
  const anchor = middle ? ' text-anchor="middle"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${PICTURE_COLOURS[colour]}"${anchor}>${escaped(words)}</text>`;
}

function heading(dimension: Dimension, { x, y }: Pick<Placed, 'x' | 'y'>): string[] {
  const words = wrapped(DIMENSION_LABELS[dimension], FIGURE_LETTERS);
  return words.map((line, at) =>
    text(line, {
      ...{ x: x + COLUMN / 2, y: y + 32 - (words.length - 1 - at) * 13 },
      ...{ size: 10, weight: 600, colour: 'ink-2', middle: true },
    }),
  );
}

function drawRow(row: HeatmapRowView, { y, metric }: { readonly y: number; readonly metric: HeatmapMetric }) {
  const note = row.kind === 'person' || (row.released && isHiddenRow(row)) ? '' : formatPeople(row.people);
  const older = row.released && row.figuresOf ? `of ${formatDay(row.figuresOf)}` : '';
  const small = [note, older].filter(Boolean).join(' · ');
  const name = nameLines(rowTitle(row));
  const lines = small ? [...name, small] : name;
  const first = y + ROW / 2 + 5 - (lines.length - 1) * 7.5;
  return [
    ...lines.map((line, at) =>
      text(line, {
        ...{ x: EDGE, y: first + at * 15 },
        ...(at < name.length ? { weight: 600 } : { size: 11, colour: 'ink-2' as const }),
      }),
    ),
    ...row.cells.flatMap((cell, at) => drawCell(row, visibleCell(row, cell), { x: columnAt(at), y, metric })),
  ];
}

/** The name in as many lines as there is room for. */
function nameLines(name: string): string[] {
  const lines = wrapped(name, NAME_LETTERS);
  const room = [...lines.slice(0, NAME_LINES - 1), lines.slice(NAME_LINES - 1).join(' ')];
  return room.filter(Boolean).map((line) => clipped(line, NAME_LETTERS));
}

interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly metric: HeatmapMetric;
}

function drawCell(row: HeatmapRowView, cell: HeatmapCellView, { x, y, metric }: CellPlace): string[] {
  const box = `x="${x + 1}" y="${y + 1}" width="${COLUMN - 2}" height="${ROW - 2}" rx="3"`;
  const title = `<title>${escaped(cellLabel(row, cell))}</title>`;
  const middle = x + COLUMN / 2;
  const frame = (fill: string) =>
    `<rect ${box} fill="${fill}" stroke="${PICTURE_COLOURS.line}">${title}</rect>`;
  if (cell.suppressed) return [frame(PICTURE_COLOURS.surface), lock({ x: middle, y: y + ROW / 2 })];
  const { text: figure, empty, step, notes, manyUnknown } = cellFigure(row, cell, metric);
  const name = stepName(step);
  const ink: Colour = name ? `${name}-ink` : 'ink';
  const small = figure === null ? [empty] : notes.map((note) => note.join(' '));
  const words = wrapped(figure ?? '–', FIGURE_LETTERS);
  const size = words.length > 1 ? 10 : 14;
  const lines = [
    ...words.map((line) => ({ line, size, weight: 700 })),
    ...small.map((line) => ({ line, size: 10, weight: 400 })),
  ];
  const first = y + ROW / 2 + 5 - (lines.length - 1) * 6.5;
  return [
    frame(PICTURE_COLOURS[name ?? 'surface']),
    ...(manyUnknown ? [`<rect ${box} fill="url(#hatch-${name ?? 'none'})"/>`] : []),
    ...lines.map(({ line, ...look }, at) =>
      text(line, { ...look, x: middle, y: first + at * 13, colour: ink, middle: true }),
    ),
    ...(cell.spread ? [text('◂▸', { x: x + 12, y: y + 13, size: 10, colour: ink, middle: true })] : []),
    ...(cell.singlePoint ? [dot({ x: x + COLUMN - 10, y: y + 10 })] : []),
  ];
}

type StepName = `level-${0 | 1 | 2 | 3 | 4}` | `gap-${0 | 1 | 2 | 3}`;

function stepName(step: ReturnType<typeof cellFigure>['step']): StepName | null {
  if (step === null) return null;
  return 'data-level' in step
    ? (`level-${step['data-level']}` as StepName)
    : (`gap-${step['data-gap']}` as StepName);
}

function lock({ x, y }: Pick<Placed, 'x' | 'y'>): string {
  const colour = PICTURE_COLOURS['ink-2'];
  return `<g aria-label="${HIDDEN_WORDS}"><rect x="${x - 6}" y="${y - 2}" width="12" height="9" rx="1.5" fill="${colour}"/><path d="M${x - 3.5} ${y - 2}v-3a3.5 3.5 0 0 1 7 0v3" fill="none" stroke="${colour}" stroke-width="1.6"/></g>`;
}

function dot({ x, y }: Pick<Placed, 'x' | 'y'>): string {
  return `<circle cx="${x}" cy="${y}" r="4" fill="${PICTURE_COLOURS.bad}" stroke="${PICTURE_COLOURS.surface}"/>`;
}

const STEPS: readonly StepName[] = [
  ...([0, 1, 2, 3, 4] as const).map((step) => `level-${step}` as const),
  ...([0, 1, 2, 3] as const).map((step) => `gap-${step}` as const),
];
const HATCHES = `<defs>${[
  ...STEPS.map((name) => [name, PICTURE_COLOURS[`${name}-hatch`]] as const),
  ['none', PICTURE_COLOURS.line] as const,
]
  .map(
    ([name, colour]) =>
      `<pattern id="hatch-${name}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="${colour}" stroke-width="2.5"/></pattern>`,
  )
  .join('')}</defs>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML holds it; characters that XML cannot hold are left out. */
function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? '');
}

function clipped(words: string, most: number): string {
  const letters = [...words];
  return letters.length <= most ? words : `${letters.slice(0, most - 1).join('')}…`;
}

/** The words in lines of at most so many letters; a longer word stands by itself. */
function wrapped(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
