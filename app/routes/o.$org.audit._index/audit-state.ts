import type { EntryFilter } from '~/modules/organizations/queries/list-audit-entries';
import { isDay } from '~/shared/calendar-day';

/** What the address says of the log; empty text where it does not narrow. */
export interface AuditState {
  readonly action: string;
  /** `kind:id`. */
  readonly actor: string;
  readonly subject: string;
  readonly from: string;
  readonly until: string;
  /** Number of the last entry of the page before; 0 on the first page. */
  readonly before: number;
}

const NAME = /^[a-z]+\.[a-z_]+$/;
const KIND_AND_ID = /^[a-z_]+:[A-Za-z0-9.-]{1,200}$/;

/** Reads the address; what cannot be meant is passed over. */
export function readAuditState(search: URLSearchParams): AuditState {
  const read = (name: string, fits: (text: string) => boolean) => {
    const text = search.get(name) ?? '';
    return fits(text) ? text : '';
  };
  const before = Number(read('before', (text) => /^[1-9][0-9]{0,14}$/.test(text)));
  return {
    action: read('action', (text) => NAME.test(text)),
    actor: read('actor', (text) => KIND_AND_ID.test(text)),
    subject: read('subject', (text) => KIND_AND_ID.test(text)),
    from: read('from', isDay),
    until: read('until', isDay),
    before,
  };
}

/** The search string of a state with some parts changed. */
export function searchOf(state: AuditState, changes: Partial<AuditState> = {}): string {
  const parts = Object.entries({ ...state, ...changes }).filter(([, value]) => value !== '' && value !== 0);
  const search = new URLSearchParams(parts.map(([name, value]) => [name, String(value)]));
  return `?${search}`.replaceAll('%3A', ':');
}

/** The filter of a state, with days of the organization's zone. */
export function filterOf({ action, actor, subject, from, until }: AuditState, zone: string): EntryFilter {
  return {
    zone,
    ...(action ? { actions: [action] } : {}),
    ...(actor ? { actor: kindAndId(actor) } : {}),
    ...(subject ? { subject: kindAndId(subject) } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}

function kindAndId(text: string): { kind: string; id: string } {
  const at = text.indexOf(':');
  return { kind: text.slice(0, at), id: text.slice(at + 1) };
}
