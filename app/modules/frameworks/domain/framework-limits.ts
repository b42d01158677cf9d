/** Limits of what a framework file may hold; anything above is refused with its place. */

/** Bytes of a file; callers look at the size of a file before they read it. 5 MiB. */
export const MAX_FRAMEWORK_BYTES = 5 * 1024 * 1024;
/** UTF-16 units of one statement. */
export const MAX_STATEMENT_CHARS = 2_000;
/** Statements of one level (of one domain). */
export const MAX_STATEMENTS_PER_LEVEL = 200;
/** Titles, labels, names of anchors, tooltips of citations. */
export const MAX_NAME_CHARS = 500;
/** The text that says which context a framework covers. */
export const MAX_CONTEXT_CHARS = 10_000;
/** One line of a page text; a statement with its citations or a list of titles stays far below. */
export const MAX_LINE_CHARS = 20_000;
/** Objects and arrays inside each other in a JSON file. */
export const MAX_JSON_DEPTH = 40;
/** Places listed in one refusal; the rest is counted. */
export const MAX_LISTED_FAULTS = 50;
