/** The fields of a title, followed by its key. */
export const CHOICE = 'choice ';
export const VERSION = 'version ';
