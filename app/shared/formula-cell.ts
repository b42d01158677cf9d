/** Characters at the beginning of a cell that make spreadsheets take it for a formula. */
const FORMULA = /^'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/u;
const GUARDED = /^'+[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/u;

/**
 * A cell as it may stand in a file that a spreadsheet opens: what begins like a formula gets an apostrophe before it,
 * also what begins with apostrophes and goes on like one. `restoreFormula` takes exactly that apostrophe away.
 */
export function neutraliseFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `neutraliseFormula`. */
export function restoreFormula(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** A cell of a file whose texts no program takes for formulas, so that `restoreFormula` gives it back as it is. */
export function keepApostrophe(cell: string): string {
  return GUARDED.test(cell) ? `'${cell}` : cell;
}
