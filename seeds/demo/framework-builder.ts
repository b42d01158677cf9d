import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type {
  Citation,
  FrameworkContent,
  FrameworkDocument,
  FrameworkLevel,
  Statement,
} from '~/modules/frameworks/domain/document';

/** A line of the notation: `Label: behaviour`; a leading `+` says that O*NET lists a task on the subject. */
type Line = string;
type FourLevels<T> = readonly [T, T, T, T];
type DurableDimension = Exclude<Dimension, 'ai_use' | 'mastery'>;

/** One occupation's statements in the compact notation; the four entries are ranks 1 to 4. */
interface FrameworkText {
  readonly soc: string;
  readonly title: string;
  /** Name of the SOC major group. */
  readonly group: string;
  /** O*NET job zone of release 30.2. */
  readonly jobZone: number;
  readonly contextCovered: string;
  readonly mastery: FourLevels<readonly [Line, Line, Line, Line, Line]>;
  readonly aiUse: FourLevels<readonly [Line, Line]>;
  readonly durable: Readonly<Record<DurableDimension, FourLevels<Line>>>;
}

const VERSION = 'demo-1';
const ONET: Citation = { source: 'onet', title: 'O*NET' };
const WRITTEN_FOR_DEMO: Citation = { source: 'cadre_demo', title: 'Written for the demo' };
const PERFORMANCE_LEVELS: FourLevels<string> = ['Emerging', 'Developing', 'Proficient', 'Advanced'];
const DURABLE_LEVELS: FourLevels<string> = ['Emerging', 'Developing', 'Applying', 'Exceeding'];

function toLevels(labels: FourLevels<string>): readonly FrameworkLevel[] {
  return labels.map((label, index) => ({ rank: index + 1, key: label.toLowerCase(), label, caption: null }));
}

interface Place {
  readonly rank: number;
  readonly dimension: DurableDimension | null;
  readonly position: number;
}

function toStatement(line: Line, place: Place): Statement {
  const inOnet = line.startsWith('+');
  const text = inOnet ? line.slice(1) : line;
  const colon = text.indexOf(': ');
  if (colon < 1) throw new Error(`A line of a demo framework reads "Label: behaviour": ${line}`);
  return {
    ...place,
    label: text.slice(0, colon),
    behaviour: text.slice(colon + 2),
    split: 'source',
    citations: [inOnet ? ONET : WRITTEN_FOR_DEMO],
  };
}

function byLevel(levels: readonly (readonly Line[])[], dimension: DurableDimension | null): Statement[] {
  return levels.flatMap((lines, level) =>
    lines.map((line, index) => toStatement(line, { rank: level + 1, dimension, position: index + 1 })),
  );
}

function durableStatements(durable: FrameworkText['durable']): Statement[] {
  const dimensions = Object.keys(durable) as DurableDimension[];
  return dimensions.flatMap((dimension) =>
    byLevel(
      durable[dimension].map((line) => [line]),
      dimension,
    ),
  );
}

/**
 * The framework document of one demo occupation, in the shape that every importer reads: mastery, AI use and
 * durable statements, no evidence measures and no anchors.
 * Throws an Error when a line is not `Label: behaviour`.
 */
export function buildFramework(text: FrameworkText): FrameworkDocument {
  const { soc, title, group, jobZone, contextCovered } = text;
  const common = { version: VERSION, contextCovered };
  const performance = toLevels(PERFORMANCE_LEVELS);
  const frameworks: readonly FrameworkContent[] = [
    { ...common, instrument: 'mastery', levels: performance, statements: byLevel(text.mastery, null) },
    { ...common, instrument: 'ai_use', levels: performance, statements: byLevel(text.aiUse, null) },
    {
      ...common,
      instrument: 'durable',
      levels: toLevels(DURABLE_LEVELS),
      statements: durableStatements(text.durable),
    },
  ];
  return {
    source: {
      kind: 'cadre_demo',
      name: 'Cadre demo frameworks',
      release: VERSION,
      licence: 'CC0-1.0',
      attribution: 'Written for Cadre',
      url: null,
    },
    occupation: { soc, title, group, sector: null, jobZone, jobZoneInferred: false },
    frameworks,
    evidence: [],
    anchors: [],
    raw: null,
  };
}
