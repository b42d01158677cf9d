import type { FieldError } from '~/shared/errors';
import { fieldLabel } from './employee-fields';

/** Why a row is not taken: the column of Cadre's own that it is about, and the reason. */
export interface RowFault {
  readonly column: string;
  readonly reason: string;
}

const NAMED = /^([a-z_]+): ([\s\S]*)$/;

/** A reader's fault as column and reason; a fault of the whole row has an empty column. */
export function rowFault({ detail }: Pick<FieldError, 'detail'>): RowFault {
  const [, column = '', reason = detail] = NAMED.exec(detail) ?? [];
  return { column, reason };
}

/** The fault as a sentence begins: "Team: is empty." */
export function faultWords({ column, reason }: RowFault): string {
  return column === '' ? reason : `${fieldLabel(column)}: ${reason}`;
}
