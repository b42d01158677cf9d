import type { Dimension, Instrument } from './dimension';

/** How far the split of a statement into label and behaviour can be trusted. */
export type SplitState = 'source' | 'restored' | 'unconfirmed';

export interface Citation {
  /** Key of the source cited: aei, safi, wef, pathsmith, onet, or a slug of the chip's label. */
  readonly source: string;
  readonly title: string;
}

export interface Statement {
  /** 1 to 4. */
  readonly rank: number;
  /** Only for the durable instrument. */
  readonly dimension: Dimension | null;
  /** From 1 within level (and dimension). */
  readonly position: number;
  readonly label: string;
  readonly behaviour: string;
  readonly split: SplitState;
  readonly citations: readonly Citation[];
}

export interface FrameworkLevel {
  readonly rank: number;
  readonly key: string;
  readonly label: string;
  readonly caption: string | null;
}

export interface FrameworkContent {
  readonly instrument: Instrument;
  readonly version: string;
  readonly contextCovered: string;
  readonly levels: readonly FrameworkLevel[];
  readonly statements: readonly Statement[];
}

export interface EvidenceMeasure {
  readonly source: string;
  readonly release: string;
  readonly measure: string;
  /** A figure, or a label where the source gives words (a cluster, a top skill). */
  readonly value: number | string;
  readonly unit: string | null;
  readonly n: number | null;
  readonly precision: string | null;
}

export const ANCHOR_KINDS = [
  'related_title',
  'rapids',
  'skill',
  'knowledge',
  'ability',
  'work_style',
  'technology',
  'task',
  'cip',
] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

export interface Anchor {
  readonly kind: AnchorKind;
  readonly position: number;
  readonly text: string;
}

export interface SourceNotice {
  /** ler_json, exchange_text, cadre_demo. */
  readonly kind: string;
  readonly name: string;
  readonly release: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly url: string | null;
}

/** One occupation's frameworks as read from one file, whatever its format. */
export interface FrameworkDocument {
  readonly source: SourceNotice;
  readonly occupation: {
    readonly soc: string;
    readonly title: string;
    readonly group: string | null;
    readonly sector: string | null;
    readonly jobZone: number | null;
    readonly jobZoneInferred: boolean;
  };
  readonly frameworks: readonly FrameworkContent[];
  readonly evidence: readonly EvidenceMeasure[];
  readonly anchors: readonly Anchor[];
  /** The document as it came, when it must be given back deep-equal (LER JSON). */
  readonly raw: unknown;
}
