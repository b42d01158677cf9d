import { reachOf } from './permissions';
import type { Role } from './role';

/** Tables that tell what single people can do, or figures of groups small enough to tell it. */
const RATINGS: ReadonlySet<string> = new Set([
  'assessments',
  'ratings',
  'evidence',
  'contests',
  'profiles',
  'heatmap_cells',
  'release_people',
  'release_cuts',
  'release_viewers',
]);
const LOG: ReadonlySet<string> = new Set(['audit_entries', 'audit_personal_values']);
/** Files that wait for the worker: gone within a day, and they may hold anything. */
const PASSING: ReadonlySet<string> = new Set(['uploads', 'upload_chunks']);

/** What a reader's copy of an organization holds. */
export interface ExportPart {
  readonly tables: readonly string[];
  /** Whether the ratings of people are in it. */
  readonly ratings: boolean;
  readonly log: boolean;
}

/**
 * The tables that a role's copy of the organization holds: an export shows nobody what the pages do not (product.md,
 * Roles). An owner's has no ratings, an HR partner's no audit log.
 * @param tables all tables of an organization.
 */
export function exportPart(role: Role, tables: readonly string[]): ExportPart {
  const ratings = reachOf(role, 'profiles:read') === 'all' && reachOf(role, 'heatmap:read') === 'all';
  const log = reachOf(role, 'audit:read') === 'all';
  const isOpen = (table: string) =>
    !PASSING.has(table) && (ratings || !RATINGS.has(table)) && (log || !LOG.has(table));
  return { tables: tables.filter(isOpen), ratings, log };
}
