/** What a figure is about. */
export type SubjectKind = 'occupation' | 'task' | 'skill' | 'activity' | 'pattern' | 'group' | 'other';

/** Names that stand for conversations that no task or cluster took in. */
export const SPECIALS: ReadonlySet<string> = new Set(['not_classified', 'none']);

/** One published figure of one row of a file. */
export interface Figure {
  readonly line: number;
  readonly measure: string;
  readonly subjectKind: SubjectKind;
  /** As published: a code, the text of a task, the name of a pattern. */
  readonly subject: string;
  /** What it is looked up by; null where nothing looks it up. */
  readonly subjectKey: string | null;
  readonly title: string | null;
  /** Second half of an intersection: the pattern of a task, yes or no, `value`. */
  readonly category: string | null;
  readonly facet: string;
  readonly level: number | null;
  /** Null where the file is not by place. */
  readonly geoId: string | null;
  readonly figure: number;
  readonly precision: string | null;
}
