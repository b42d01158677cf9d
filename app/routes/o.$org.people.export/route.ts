import { z } from 'zod';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { tenantStream } from '~/http/tenant-stream.server';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { EMPLOYEE_HEADER } from '~/modules/people/domain/employee-line';
import { peopleSearch, readPeopleAddress } from '~/modules/people/domain/people-filter';
import { type EmployeeLines, listEmployeeLines } from '~/modules/people/queries/list-employee-lines';
import type { PeopleQuestion } from '~/modules/people/queries/select-people';
import { Forbidden, InvalidInput } from '~/shared/errors';
import { csvLine } from '~/shared/write-csv';

/** Most people of a workbook, which is made as a whole. */
const MOST_ROWS = 50_000;
const format = z.enum(['csv', 'xlsx']).catch('csv');

/** The people of the list as an employees file (api.md, CSV columns), with the filters of the address. */
export const loader = tenantLoader({ permission: 'directory:read' }, async (args) => {
  const { ctx, viewer, reach, url } = args;
  if (reach !== 'all' && reach !== 'subtree') throw new Forbidden('Your role does not export people.');
  const wanted = format.parse(url.searchParams.get('format') ?? 'csv');
  const { filter, asOf } = readPeopleAddress(url.searchParams);
  const question: PeopleQuestion = { viewer, reach, filter, asOf };
  recordAudit(ctx, {
    action: 'people.export',
    subject: { kind: 'organization', id: viewer.organization.id },
    details: { format: wanted, narrowedBy: namesOf({ filter, asOf }) },
  });
  return wanted === 'csv' ? asText(args, question) : asWorkbook(args, question);
});

/** Which filters narrow the export: their names, not what they ask for. */
function namesOf(state: Pick<ReturnType<typeof readPeopleAddress>, 'filter' | 'asOf'>): string[] {
  return peopleSearch({ ...state, sort: 'name', cursor: null }).map(([name]) => name);
}

type Args = Parameters<typeof tenantStream>[0];

function asText(args: Args, question: PeopleQuestion): Response {
  const body = tenantStream(args, async function* (inTenant) {
    yield `${csvLine(EMPLOYEE_HEADER)}\r\n`;
    for (let cursor: string | null = null, more = true; more; ) {
      const after: string | null = cursor;
      const part: EmployeeLines = await inTenant((inside) => listEmployeeLines(inside, question, after));
      yield part.lines.map((line) => `${csvLine(line)}\r\n`).join('');
      cursor = part.next;
      more = part.next !== null;
    }
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="people.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}

async function asWorkbook({ ctx }: Args, question: PeopleQuestion): Promise<Response> {
  const rows: (readonly string[])[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const part: EmployeeLines = await listEmployeeLines(ctx, question, cursor);
    rows.push(...part.lines);
    if (rows.length > MOST_ROWS)
      throw new InvalidInput(`A workbook takes at most ${MOST_ROWS} people: export as CSV, or filter first.`);
    cursor = part.next;
    more = part.next !== null;
  }
  return downloadTable({ name: 'people', header: EMPLOYEE_HEADER, rows }, 'xlsx');
}
