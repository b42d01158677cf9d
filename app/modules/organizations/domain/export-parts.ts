import { reachOf } from './permissions';
import type { Role } from './role';

/**
 * What a table tells. open: what everybody tells who may take a copy along. ratings: what single people can do and who
 * says so, or figures of groups small enough to tell it. succession: when a post becomes vacant and who may follow.
 * files: cells of imported files, which may be either. log: the audit log. kept: what members keep for themselves, which
 * no page shows another; in no copy, but in the record of each. passing: gone within days, and may be anything; in no
 * copy.
 */
type PartOfCopy = 'open' | 'ratings' | 'succession' | 'files' | 'log' | 'kept' | 'passing';

const TABLES: Readonly<Record<PartOfCopy, readonly string[]>> = {
  open: [
    'organizations',
    ...[
      'own_sources',
      'own_occupations',
      'own_frameworks',
      'own_framework_levels',
      'own_framework_statements',
    ],
    ...[
      'own_statement_citations',
      'own_occupation_evidence',
      'own_occupation_anchors',
      'reworded_statements',
    ],
    ...['confirmed_splits', 'own_standard_links', 'own_framework_drafts'],
    ...['former_members', 'former_reports', 'former_team_parents'],
    ...['sites', 'teams', 'team_parents', 'employees', 'employments', 'employee_occupations', 'owned_fields'],
    ...['title_mappings', 'title_mapping_occupations', 'mapped_occupations', 'title_scores'],
    ...['mapping_confirmations', 'mapping_confirmation_periods', 'import_changes', 'import_layouts'],
    ...['target_profiles', 'group_requirements', 'group_requirement_teams'],
    ...['positions', 'position_incumbents', 'position_profiles', 'position_pool_filters'],
    ...['cycles', 'reexpressions', 'dirty_people', 'dirty_teams', 'capability_state'],
    ...[
      'releases',
      'release_groups',
      'release_occupation_groups',
      'operations',
      'k_lowerings',
      'privacy_versions',
    ],
  ],
  ratings: [
    ...[
      'cycle_people',
      'cycle_raters',
      'cycle_reminders',
      'assessments',
      'ratings',
      'evidence',
      'evidence_files',
    ],
    ...['contests', 'ticked_statements', 'observations', 'calibrations', 'reexpressed_ratings'],
    ...['calibration_cases', 'calibration_waiting'],
    ...['person_overview', 'overview_snapshots', 'decisions'],
    ...['profiles', 'person_figures', 'heatmap_cells', 'release_people', 'release_cuts', 'release_viewers'],
  ],
  succession: ['position_horizons', 'position_candidates'],
  files: ['imports', 'import_rows'],
  log: ['audit_entries', 'audit_personal_values'],
  kept: ['saved_views'],
  passing: ['uploads', 'upload_chunks', 'idempotency_keys', 'import_lines'],
};

const PART_OF: ReadonlyMap<string, PartOfCopy> = new Map(
  (Object.keys(TABLES) as PartOfCopy[]).flatMap((part) =>
    TABLES[part].map((table) => [table, part] as const),
  ),
);

/** Which part of a copy a table is in; undefined: nobody has said so yet, and it is in none. */
export function partOfTable(table: string): PartOfCopy | undefined {
  return PART_OF.get(table);
}

/** What a reader's copy of an organization holds. */
export interface ExportPart {
  readonly tables: readonly string[];
  /** Whether the ratings of people are in it. */
  readonly ratings: boolean;
  readonly log: boolean;
}

/**
 * The tables that a role's copy of the organization holds: an export shows nobody what the pages do not (product.md,
 * Roles). An owner's has no ratings and nothing of succession, an HR partner's no audit log.
 * @param tables all tables of an organization.
 */
export function exportPart(role: Role, tables: readonly string[]): ExportPart {
  const ratings = reachOf(role, 'profiles:read') === 'all' && reachOf(role, 'heatmap:read') === 'all';
  const succession = reachOf(role, 'horizon:read') === 'all';
  const log = reachOf(role, 'audit:read') === 'all';
  const holds: Readonly<Record<PartOfCopy, boolean>> = {
    ...{ open: true, ratings, succession, log },
    ...{ files: ratings && succession, kept: false, passing: false },
  };
  const isIn = (table: string) => {
    const part = partOfTable(table);
    return part !== undefined && holds[part];
  };
  return { tables: tables.filter(isIn), ratings, log };
}
