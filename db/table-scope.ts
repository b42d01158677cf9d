/**
 * The scope of every table. tenant: row security by organization; reference: shared, read by all, written by the
 * operator; auth: the role cadre_auth only; system: the owner only. The contract test fails on a table not listed.
 */
export type TableScope = 'tenant' | 'reference' | 'auth' | 'system';

const tenant = [
  'organizations',
  'own_sources',
  'own_occupations',
  'own_frameworks',
  'own_framework_levels',
  'own_framework_statements',
  'own_statement_citations',
  'own_occupation_evidence',
  'own_occupation_anchors',
  'reworded_statements',
  'confirmed_splits',
  'own_standard_links',
  'own_framework_drafts',
  'sites',
  'teams',
  'team_parents',
  'employees',
  'employments',
  'employee_occupations',
  'owned_fields',
  'target_profiles',
  'cycles',
  'assessments',
  'ratings',
  'evidence',
  'profiles',
  'heatmap_cells',
  'dirty_people',
  'dirty_teams',
  'capability_state',
  'releases',
  'release_groups',
  'release_people',
  'release_cuts',
  'release_viewers',
  'idempotency_keys',
  'operations',
  'uploads',
  'upload_chunks',
  'k_lowerings',
  'privacy_versions',
  'audit_entries',
  'audit_personal_values',
] as const;
const reference = [
  'sources',
  'occupations',
  'frameworks',
  'framework_levels',
  'framework_statements',
  'statement_citations',
  'occupation_evidence',
  'occupation_anchors',
  'onet_loads',
  'onet_tables',
  'onet_occupations',
  'onet_titles',
  'onet_tasks',
  'onet_task_ratings',
  'onet_ratings',
  'onet_technology',
  'onet_tools',
  'onet_job_zones',
  'onet_job_zone_names',
  'onet_related',
  'onet_scales',
  'onet_elements',
  'onet_other_rows',
  'onet_profiles',
  'onet_profile_entries',
  'source_sets',
  'cip_soc_links',
  'cip_codes',
  'soc_groups',
  'standards',
  'standard_statements',
  'standard_terms',
  'standard_links',
  'ai_figures',
  'task_keys',
] as const;
const auth = [
  'organization_directory',
  'users',
  'sessions',
  'memberships',
  'api_tokens',
  'operators',
  'invitations',
  'mail_queue',
  'totp_secrets',
  'totp_set_ups',
  'passkeys',
  'recovery_codes',
  'passkey_challenges',
  'sso_connections',
  'sso_domains',
  'sso_identities',
  'sso_states',
  'former_members',
  'attempt_counters',
  'known_sources',
  'sign_ups',
  'password_resets',
  'former_slugs',
] as const;
const system = ['tenant_keys', 'worker_heartbeats', 'migrations'] as const;

/** Tables of the schema public that belong to one organization. */
export const TENANT_TABLES: readonly string[] = tenant;

/** Tenant tables that the runtime role reads; only definer functions write them. */
export const READ_ONLY_TENANT_TABLES: readonly string[] = ['audit_entries', 'audit_personal_values'];

/** Tenant tables of which the runtime role deletes nothing, with the one column that it may change; null: any. */
export const KEPT_TENANT_TABLES: ReadonlyMap<string, string | null> = new Map([
  ['k_lowerings', null],
  ['privacy_versions', 'published_by'],
]);

/** Scope by schema-qualified name. */
export const TABLE_SCOPE: ReadonlyMap<string, TableScope> = new Map<string, TableScope>([
  ...tenant.map((name) => [`public.${name}`, 'tenant'] as const),
  ...reference.map((name) => [`public.${name}`, 'reference'] as const),
  ...auth.map((name) => [`auth.${name}`, 'auth'] as const),
  ...system.map((name) => [`cadre_private.${name}`, 'system'] as const),
]);
