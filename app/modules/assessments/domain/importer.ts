/** Who answers for ratings that come in. */
export interface Importer {
  /** Id of the user, the token or the operator. */
  readonly id: string;
  /** The importer's own record as an employee; null: none. */
  readonly employeeId: string | null;
  /** Whether the importer stands for stated evidence of others; a token accepts none. */
  readonly accepts: boolean;
}
