/** Who answers for ratings that come in. */
export interface Importer {
  /** Id of the user, the token or the operator. */
  readonly id: string;
  /** The importer's own record as an employee, of a token that of its maker; null: none. */
  readonly employeeId: string | null;
  readonly isToken: boolean;
  /** Whether the importer stands for stated evidence of others; a token accepts none. */
  readonly accepts: boolean;
}

/** Why what others say of who imports is refused: only the own view of oneself is brought in by oneself (method.md 1). */
export function aboutImporter({ isToken }: Pick<Importer, 'isToken'>): string {
  const whom = isToken ? 'names who made this token' : 'names you';
  const of = isToken ? 'them' : 'you';
  return `${whom}; what others say of ${of} is brought in by somebody else`;
}
