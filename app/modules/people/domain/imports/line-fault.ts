import { z } from 'zod';
import { quote } from '../cells';
import type { EmployeeRecord } from '../employee-row';
import { managerReason } from './all-faults';
import type { RowFault } from './row-fault';

/** What the checks of rows against each other and what is known keep of a fault (data/import-faults.ts). */
const settledSchema = z.union([
  z.tuple([z.literal('id'), z.number()]),
  z.tuple([z.literal('email'), z.number()]),
  z.tuple([z.literal('owner'), z.string()]),
  z.tuple([z.literal('manager'), z.number().nullable()]),
  z.tuple([z.literal('circle'), z.string()]),
  z.tuple([z.literal('ended'), z.string()]),
  z.tuple([z.literal('status')]),
]);

/** Stands for the faults of a row that cannot be read: read again, it tells them. */
export const UNREAD = 'unread';

/** A fault of rows in a circle of managers, as it is kept. @param cycle external ids in order, not none. */
export function circleText(cycle: readonly string[]): string {
  const shown = cycle.length > 20 ? [...cycle.slice(0, 20), '…'] : cycle;
  const reason =
    cycle.length === 1
      ? `${quote(cycle[0] ?? '')} is their own manager.`
      : `the managers form a circle: ${[...shown, cycle[0]].join(' → ')}.`;
  return JSON.stringify(['circle', reason]);
}

/** Why a row that could be read is not taken, in words. */
export function settledFault(text: string, record: EmployeeRecord): RowFault {
  const [kind, about] = settledSchema.parse(JSON.parse(text));
  const email = quote(record.email ?? '');
  if (kind === 'id')
    return { column: 'external_id', reason: `${quote(record.externalId)} is in line ${about} too.` };
  if (kind === 'email') return { column: 'email', reason: `${email} is in line ${about} too.` };
  if (kind === 'owner')
    return { column: 'email', reason: `${email} belongs to ${quote(about)}, whom the file does not change.` };
  if (kind === 'circle') return { column: 'manager_external_id', reason: about };
  const ended = quote(record.endedOn ?? '');
  if (kind === 'ended')
    return { column: 'ended_on', reason: `${ended} is before the start ${quote(about)}.` };
  if (kind === 'status')
    return { column: 'status', reason: `${record.status}, but the day of leaving ${ended} has passed.` };
  return { column: 'manager_external_id', reason: managerReason(record.managerExternalId ?? '', about) };
}
