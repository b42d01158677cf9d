import { allFaults, type FileLooks, type RefusedRow } from './all-faults';

/** A row of the file, taken or not. */
interface AnyRow {
  readonly line: number;
  readonly externalId: string;
  readonly email: string | null;
}

/**
 * The refused rows with all of their faults.
 * @param rows every row of the file that shares an id or e-mail with them, or is of a manager whom they name
 * @param isTaken whether a person is known already or has a row that is taken
 */
export function withAllFaults<Row extends RefusedRow>(
  refused: readonly Row[],
  { rows, isTaken }: { readonly rows: Iterable<AnyRow>; readonly isTaken: (externalId: string) => boolean },
): Row[] {
  if (refused.length === 0) return [];
  const ids = new Map<string, number[]>();
  for (const { externalId, manager } of refused) ids.set(externalId, []).set(manager ?? '', []);
  const emails = new Map<string, number[]>(
    refused.flatMap(({ email }) => (email === null ? [] : [[email.toLowerCase(), []]])),
  );
  for (const { line, externalId, email } of rows) {
    ids.get(externalId)?.push(line);
    if (email !== null) emails.get(email.toLowerCase())?.push(line);
  }
  const other = (lines: readonly number[] | undefined, own: number) => lines?.find((line) => line !== own);
  const looks: FileLooks = {
    otherOfId: ({ externalId, line }) => other(ids.get(externalId), line),
    otherOfEmail: ({ email, line }) => other(emails.get(email?.toLowerCase() ?? ''), line),
    refusedLine: (manager) => (isTaken(manager) ? undefined : (ids.get(manager)?.[0] ?? null)),
  };
  return refused.map((row) => ({ ...row, faults: allFaults(row, looks) }));
}
