import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { tenantLoader } from '~/http/tenant-route.server';
import { tenantStream } from '~/http/tenant-stream.server';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { getAuditHead, listAuditEntries } from '~/modules/organizations/queries/list-audit-entries';
import { dayInZone } from '~/shared/calendar-day';
import { filterOf, readAuditState } from '../o.$org.audit._index/audit-state';
import { lineWords } from '../o.$org.audit._index/entry-views';
import { loadAuditNames } from '../o.$org.audit._index/load-names.server';
import { EXPORT_FORMATS } from './export-lines';

const BATCH = 1_000;
const FILTERS = ['action', 'actor', 'subject', 'from', 'until'] as const;
const text = z.string().max(300).default('');
const query = z.strictObject({
  format: z.enum(['csv', 'jsonl']).default('csv'),
  action: text,
  actor: text,
  subject: text,
  from: text,
  until: text,
});

/** The log as far as the reader may read it, oldest first, as a file that is sent while it is read. */
export const loader = tenantLoader({ permission: 'audit:read' }, async (args) => {
  const { ctx, viewer, reach, url } = args;
  const { format } = readQuery(url, query);
  const state = readAuditState(url.searchParams);
  const { timeZone } = await getSettings(ctx);
  const end = await getAuditHead(ctx);
  const head = end ? { sequence: end.sequence, hash: end.hash } : null;
  recordAudit(ctx, {
    action: 'audit.export',
    subject: { kind: 'organization', id: viewer.organization.id },
    details: {
      format,
      filter: Object.fromEntries(FILTERS.flatMap((name) => (state[name] ? [[name, state[name]]] : []))),
      head,
    },
  });
  const filter = filterOf(state, timeZone);
  const written = EXPORT_FORMATS[format];
  const body = tenantStream(args, async function* (inTenant) {
    yield written.first;
    for (let after = 0, more = true; more; ) {
      const page = { after, limit: BATCH };
      const { read, names } = await inTenant(async (inside) => {
        const found = await listAuditEntries(inside, { reach, filter, page });
        return { read: found, names: await loadAuditNames({ ...args, ctx: inside }, found) };
      });
      const entries = read.entries.filter(({ sequence }) => sequence <= (head?.sequence ?? 0));
      yield entries.map((entry) => written.entry(entry, lineWords(entry, names))).join('');
      after = entries.at(-1)?.sequence ?? 0;
      more = read.more && entries.length === read.entries.length;
    }
    yield written.last(head);
  });
  const name = `audit-${viewer.organization.slug}-${dayInZone(ctx.now, timeZone)}.${format}`;
  return new Response(body, {
    headers: {
      'Content-Type': written.type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
});
