-- Written by npm run db:schema from the migrations. Do not edit.

-- tables and columns

table auth.api_tokens (
  token_id uuid not null,
  organization_id uuid not null,
  token_hash text not null,
  name text not null,
  role text not null,
  team_scope uuid[] not null default '{}'::uuid[],
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  needs_approval boolean not null default false,
  approved_by uuid
);

table auth.attempt_counters (
  counter_key text not null,
  paid_until timestamp with time zone not null
);

table auth.cycle_letters (
  letter_id uuid not null,
  organization_id uuid not null,
  cycle_id uuid not null,
  user_id uuid not null,
  sent_on date not null,
  is_rated boolean not null,
  owed integer not null,
  closes_on date not null,
  token_hash text,
  stopped_at timestamp with time zone
);

table auth.cycle_notices (
  organization_id uuid not null,
  cycle_id uuid not null,
  name text not null,
  purpose text,
  closes_on date not null
);

table auth.former_members (
  organization_id uuid not null,
  user_id uuid not null,
  left_at timestamp with time zone not null default now()
);

table auth.former_slugs (
  slug text not null,
  organization_id uuid not null,
  ends_at timestamp with time zone not null
);

table auth.invitations (
  invitation_id uuid not null,
  organization_id uuid not null,
  email text not null,
  role text not null,
  team_scope uuid[] not null default '{}'::uuid[],
  token_hash text,
  invited_by uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);

table auth.known_sources (
  account_key text not null,
  source_key text not null,
  last_used_at timestamp with time zone not null
);

table auth.mail_queue (
  mail_id uuid not null,
  kind text not null,
  organization_id uuid,
  subject_id uuid not null,
  state text not null default 'waiting'::text,
  attempts smallint not null default 0,
  due_at timestamp with time zone not null default now(),
  created_at timestamp with time zone not null default now(),
  about_id uuid
);

table auth.memberships (
  organization_id uuid not null,
  user_id uuid not null,
  role text not null,
  team_scope uuid[] not null default '{}'::uuid[],
  grants text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default now(),
  break_glass boolean not null default false,
  rights_changed_at timestamp with time zone
);

table auth.operators (
  user_id uuid not null,
  added_at timestamp with time zone not null default now()
);

table auth.organization_directory (
  organization_id uuid not null,
  slug text not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  second_factor_required boolean not null default false,
  sso_required boolean not null default false,
  deleting_since timestamp with time zone,
  deletion_seal text
);

table auth.passkey_challenges (
  challenge_id uuid not null,
  purpose text not null,
  user_id uuid,
  challenge text not null,
  expires_at timestamp with time zone not null
);

table auth.passkeys (
  credential_id text not null,
  user_id uuid not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  name text not null,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone
);

table auth.password_resets (
  reset_id uuid not null,
  email text not null,
  token_hash text,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);

table auth.recovery_codes (
  user_id uuid not null,
  code_hash text not null,
  created_at timestamp with time zone not null default now()
);

table auth.sessions (
  session_hash text not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  absolute_expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  stage text not null default 'full'::text,
  method text not null default 'password'::text,
  last_seen_at timestamp with time zone not null default now(),
  user_agent text not null default ''::text,
  sso_organization_id uuid,
  second_factor text
);

table auth.sign_ups (
  sign_up_id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  organization_name text not null,
  slug text not null,
  token_hash text,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);

table auth.sso_connections (
  organization_id uuid not null,
  issuer text not null,
  client_id text not null,
  sealed_secret text not null,
  join_role text,
  enabled boolean not null default false,
  proven_at timestamp with time zone
);

table auth.sso_domains (
  organization_id uuid not null,
  domain text not null,
  token text not null,
  verified_at timestamp with time zone
);

table auth.sso_identities (
  organization_id uuid not null,
  issuer text not null,
  subject text not null,
  user_id uuid not null,
  connected_at timestamp with time zone not null default now()
);

table auth.sso_states (
  state_hash text not null,
  browser_hash text not null,
  organization_id uuid not null,
  sealed_checks text not null,
  connect_user_id uuid,
  next_path text not null,
  expires_at timestamp with time zone not null
);

table auth.totp_secrets (
  user_id uuid not null,
  sealed_secret text not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  created_at timestamp with time zone not null default now()
);

table auth.totp_set_ups (
  user_id uuid not null,
  sealed_secret text not null,
  created_at timestamp with time zone not null default now()
);

table auth.users (
  user_id uuid not null,
  email text not null,
  name text not null,
  password_hash text,
  created_at timestamp with time zone not null default now()
);

table cadre_private.change_horizons (
  taken_at timestamp with time zone not null default clock_timestamp(),
  snapshot pg_snapshot not null
);

table cadre_private.data_changes (
  transaction xid8 not null,
  organization_id uuid not null,
  noted_at timestamp with time zone not null default clock_timestamp()
);

table cadre_private.migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now()
);

table cadre_private.tenant_keys (
  key_id text not null,
  secret bytea not null,
  created_at timestamp with time zone not null default now()
);

table cadre_private.worker_heartbeats (
  worker_id text not null,
  seen_at timestamp with time zone not null default now()
);

table ai_figures (
  source_id uuid not null,
  line integer not null,
  measure text not null,
  subject_kind text not null,
  subject text not null,
  subject_key text,
  title text,
  category text,
  facet text not null default ''::text,
  level smallint,
  geo_id text,
  figure double precision not null,
  precision text
);

table assessments (
  organization_id uuid not null default current_organization_id(),
  assessment_id uuid not null,
  employee_id uuid not null,
  rater_kind text not null,
  rater_id uuid,
  cycle_id uuid,
  assessed_on date not null,
  soc text not null,
  framework_versions jsonb not null default '{}'::jsonb,
  state text not null,
  version integer not null default 1,
  imported_by text,
  submitted_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  draft_changes integer not null default 0,
  withdrawn_reason text,
  withdrawn_at timestamp with time zone,
  copied_from uuid,
  import_id uuid,
  replaced_id uuid
);

table audit_entries (
  organization_id uuid not null default current_organization_id(),
  sequence bigint not null,
  at timestamp(3) with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details json not null,
  commitments text[] not null,
  previous_hash bytea not null,
  hash bytea not null
);

table audit_personal_values (
  organization_id uuid not null default current_organization_id(),
  sequence bigint not null,
  name text not null,
  person_id uuid not null,
  salt bytea not null,
  value text not null
);

table calibration_cases (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  dimension text not null,
  soc text not null,
  difference smallint not null,
  changes_target boolean not null,
  changes_band boolean not null,
  changed_teams uuid[] not null default '{}'::uuid[]
);

table calibration_waiting (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null
);

table calibrations (
  organization_id uuid not null default current_organization_id(),
  calibration_id uuid not null,
  cycle_id uuid not null,
  employee_id uuid not null,
  dimension text not null,
  level smallint not null,
  reason text not null,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  undone_by text
);

table capability_state (
  organization_id uuid not null default current_organization_id(),
  as_of date not null,
  computed_at timestamp with time zone not null,
  formula_version text not null,
  source_watermark bigint not null
);

table cip_codes (
  source_id uuid not null,
  line integer not null,
  cip_code text not null,
  family text not null,
  title text not null,
  definition text not null,
  action text not null,
  text_changed boolean not null,
  cross_references text not null,
  examples text not null
);

table cip_soc_links (
  source_id uuid not null,
  line integer not null,
  cip_code text not null,
  cip_title text not null,
  soc_code text not null,
  soc_title text not null,
  unmatched boolean not null
);

table confirmed_splits (
  organization_id uuid not null default current_organization_id(),
  statement_id text not null,
  label text not null,
  confirmed_by text not null,
  confirmed_at timestamp with time zone not null
);

table contests (
  organization_id uuid not null default current_organization_id(),
  contest_id uuid not null,
  employee_id uuid not null,
  dimension text not null,
  assessment_id uuid,
  statement text not null,
  state text not null default 'open'::text,
  remedy text,
  answer text,
  answered_by text,
  opened_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

table cycle_people (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  soc text,
  closes_on date,
  added_at timestamp with time zone not null default now()
);

table cycle_raters (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  rater_id uuid not null,
  rater_kind text not null,
  state text not null default 'approved'::text,
  proposed_by text,
  added_at timestamp with time zone not null default now()
);

table cycle_reminders (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  employee_id uuid not null,
  last_sent_on date,
  letters smallint not null default 0
);

table cycles (
  organization_id uuid not null default current_organization_id(),
  cycle_id uuid not null,
  name text not null,
  opens_on date not null,
  closes_on date not null,
  state text not null,
  instruments text[] not null,
  recorded_at timestamp with time zone not null default now(),
  purpose text,
  rater_kinds text[] not null default '{self,manager}'::text[],
  self_manager text not null default 'blind'::text,
  peer_choice text not null default 'manager'::text,
  peers_anonymous boolean not null default true,
  people_filter jsonb not null default '{}'::jsonb,
  remind_days smallint[] not null default '{}'::smallint[],
  framework_versions jsonb not null default '{}'::jsonb,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  revision integer not null default 1,
  team_scope uuid[] not null default '{}'::uuid[]
);

table decisions (
  organization_id uuid not null default current_organization_id(),
  decision_id uuid not null,
  question text not null,
  owner_id text not null,
  due_on date not null,
  shared boolean not null,
  figure text,
  figure_then double precision,
  figure_scope text,
  figure_on date,
  state text not null default 'open'::text,
  choice text,
  reason text,
  written_by text not null,
  written_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  figure_words text
);

table dirty_people (
  organization_id uuid not null default current_organization_id(),
  dirty_id bigint not null generated always as identity,
  employee_id uuid not null,
  marked_at timestamp with time zone not null default now()
);

table dirty_teams (
  organization_id uuid not null default current_organization_id(),
  dirty_id bigint not null generated always as identity,
  team_id uuid not null,
  marked_at timestamp with time zone not null default now()
);

table employee_occupations (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  soc text not null,
  valid_from date not null,
  valid_to date,
  role_band smallint,
  share smallint not null default 100,
  confirmed_by text,
  recorded_at timestamp with time zone not null default now()
);

table employees (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  external_id text not null,
  name text not null,
  email text,
  kind text not null default 'employee'::text,
  started_on date,
  ended_on date,
  user_id uuid,
  recorded_at timestamp with time zone not null default now(),
  sort_name text not null generated always as (regexp_replace(NORMALIZE(lower(name), NFD), '[̀-ͯ]'::text, ''::text, 'g'::text)) stored,
  search_text text not null generated always as (regexp_replace(NORMALIZE(lower(((((name || '
'::text) || external_id) || '
'::text) || COALESCE(email, ''::text))), NFD), '[̀-ͯ]'::text, ''::text, 'g'::text)) stored
);

table employments (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  valid_from date not null,
  valid_to date,
  title text not null,
  team_id uuid not null,
  site_id uuid,
  manager_id uuid,
  status text not null,
  available boolean not null default true,
  recorded_at timestamp with time zone not null default now(),
  absence text,
  title_key text not null generated always as (regexp_replace(NORMALIZE(lower(title), NFD), '[̀-ͯ]'::text, ''::text, 'g'::text)) stored
);

table evidence (
  organization_id uuid not null default current_organization_id(),
  evidence_id uuid not null,
  assessment_id uuid not null,
  dimension text not null,
  body text not null,
  added_by uuid,
  accepted_by text,
  accepted_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  unsure boolean not null default false,
  kind text not null default 'text'::text,
  url text,
  file_id uuid,
  observation_id uuid,
  recorded_by text
);

table evidence_files (
  organization_id uuid not null default current_organization_id(),
  file_id uuid not null,
  name text not null,
  type text not null,
  size_bytes integer not null,
  checksum text not null,
  scan text not null default 'waiting'::text,
  bytes bytea not null,
  added_at timestamp with time zone not null default now(),
  employee_id uuid not null
);

table former_members (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  team_id uuid not null,
  last_day date not null
);

table former_reports (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  manager_id uuid not null,
  last_day date not null
);

table former_team_parents (
  organization_id uuid not null default current_organization_id(),
  team_id uuid not null,
  parent_id uuid not null,
  last_day date not null
);

table framework_levels (
  framework_id uuid not null,
  rank smallint not null,
  key text not null,
  label text not null,
  caption text
);

table framework_statements (
  framework_id uuid not null,
  statement_id text not null,
  rank smallint not null,
  dimension text,
  position smallint not null,
  label text not null,
  behaviour text not null,
  split text not null
);

table frameworks (
  framework_id uuid not null,
  soc text not null,
  instrument text not null,
  version text not null,
  context_covered text not null,
  content_hash text not null,
  source_id uuid not null,
  document jsonb,
  imported_at timestamp with time zone not null default now()
);

table group_requirement_teams (
  organization_id uuid not null default current_organization_id(),
  requirement_id uuid not null,
  valid_from date not null,
  team_id uuid not null
);

table group_requirements (
  organization_id uuid not null default current_organization_id(),
  requirement_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  dimension text not null,
  level smallint not null,
  minimum integer not null,
  reason text not null default ''::text,
  reach text not null,
  below_team_id uuid,
  name_holds text not null default ''::text,
  recorded_at timestamp with time zone not null default now()
);

table heatmap_cells (
  organization_id uuid not null default current_organization_id(),
  group_kind text not null,
  group_id uuid not null,
  row_kind text not null,
  dimension text not null,
  people integer not null,
  assessed integer not null,
  n0 integer not null,
  n1 integer not null,
  n2 integer not null,
  n3 integer not null,
  n4 integer not null,
  with_target integer not null,
  written_target integer not null,
  assessed_with_target integer not null,
  target_sum integer not null,
  gap_sum integer not null,
  weighted_gap_sum integer not null,
  weighted_target_sum integer not null,
  at_target integer not null,
  recheck_due integer not null,
  strength_units bigint not null,
  diff_sum integer not null,
  diff_n integer not null,
  newest_day integer,
  next_change_day integer,
  h1 integer not null,
  h2 integer not null,
  h3 integer not null,
  h4 integer not null,
  critical_people integer not null,
  critical_min smallint,
  single_point boolean not null default false,
  as_of date not null,
  computed_at timestamp with time zone not null,
  formula_version text not null,
  source_watermark bigint not null,
  framework_versions text[] not null default '{}'::text[]
);

table idempotency_keys (
  organization_id uuid not null default current_organization_id(),
  token_id text not null,
  key text not null,
  request_hash text not null,
  status smallint,
  location text,
  answer jsonb,
  answered_at timestamp with time zone not null default now()
);

table import_changes (
  organization_id uuid not null default current_organization_id(),
  import_id uuid not null,
  employee_id uuid not null,
  before jsonb,
  after_hash text,
  recorded_at timestamp with time zone not null default now()
);

table import_layouts (
  organization_id uuid not null default current_organization_id(),
  fingerprint text not null,
  layout jsonb not null,
  used_at timestamp with time zone not null default now()
);

table import_lines (
  organization_id uuid not null default current_organization_id(),
  import_id uuid not null,
  number integer not null,
  line integer not null,
  external_id text not null,
  email_key text,
  email_before text,
  manager text,
  started_on text,
  ended_on text,
  status text,
  facts text not null,
  held text,
  band smallint,
  cells text not null,
  fault text,
  fault_round smallint,
  id_line integer,
  email_line integer,
  manager_line integer
);

table import_rows (
  organization_id uuid not null default current_organization_id(),
  import_id uuid not null,
  outcome text not null,
  position integer not null,
  line integer,
  external_id text not null,
  name text not null,
  detail jsonb not null
);

table imports (
  organization_id uuid not null default current_organization_id(),
  import_id uuid not null,
  kind text not null,
  state text not null default 'new'::text,
  file_name text not null,
  checksum text not null,
  upload_id uuid,
  operation_id uuid,
  header jsonb,
  layout jsonb,
  counts jsonb,
  warnings jsonb,
  plan_digest text,
  replanned boolean not null default false,
  asked_by_kind text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null default now(),
  applied_at timestamp with time zone,
  undone_at timestamp with time zone
);

table k_lowerings (
  organization_id uuid not null default current_organization_id(),
  lowering_id uuid not null,
  from_k smallint not null,
  to_k smallint not null,
  reason text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  answered_by text,
  answered_at timestamp with time zone
);

table mapped_occupations (
  organization_id uuid not null default current_organization_id(),
  title_key text not null,
  soc text not null,
  soc_title text not null,
  noted_at timestamp with time zone not null default now()
);

table mapping_confirmation_periods (
  organization_id uuid not null default current_organization_id(),
  confirmation_id uuid not null,
  employee_id uuid not null,
  side text not null,
  soc text not null,
  valid_from date not null,
  valid_to date,
  role_band smallint,
  share smallint not null,
  confirmed_by text
);

table mapping_confirmations (
  organization_id uuid not null default current_organization_id(),
  confirmation_id uuid not null,
  confirmed_by text not null,
  confirmed_at timestamp with time zone not null,
  people integer not null,
  titles integer not null,
  decisions jsonb not null,
  undone_at timestamp with time zone
);

table observations (
  organization_id uuid not null default current_organization_id(),
  observation_id uuid not null,
  employee_id uuid not null,
  dimension text not null,
  observed_on date not null,
  event text not null,
  outcome text not null,
  note text,
  observer_id uuid,
  recorded_by text not null,
  recorded_at timestamp with time zone not null default now()
);

table occupation_anchors (
  soc text not null,
  kind text not null,
  position smallint not null,
  text text not null,
  source_id uuid not null
);

table occupation_evidence (
  soc text not null,
  source_key text not null,
  release text not null,
  measure text not null,
  position smallint not null,
  figure double precision,
  words text,
  unit text,
  n integer,
  precision text,
  source_id uuid not null
);

table occupations (
  soc text not null,
  title text not null,
  description text,
  occupation_group text,
  sector text,
  job_zone smallint,
  job_zone_inferred boolean not null default false
);

table onet_elements (
  load_id integer not null,
  element_id text not null,
  position integer not null,
  name text not null,
  description text not null
);

table onet_job_zone_names (
  load_id integer not null,
  job_zone smallint not null,
  position integer not null,
  name text not null,
  experience text,
  education text,
  training text,
  examples text,
  svp_range text
);

table onet_job_zones (
  load_id integer not null,
  soc text not null,
  position integer not null,
  job_zone smallint not null,
  dated text,
  domain_source text
);

table onet_loads (
  load_id integer not null generated always as identity,
  release text not null,
  layout text,
  source_id uuid not null,
  loaded_at timestamp with time zone not null default now()
);

table onet_occupations (
  load_id integer not null,
  soc text not null,
  position integer not null,
  title text not null,
  description text not null
);

table onet_other_rows (
  load_id integer not null,
  dataset text not null,
  position integer not null,
  cells text[] not null
);

table onet_profile_entries (
  source_id uuid not null,
  kind text not null,
  position integer not null,
  text text not null,
  category text
);

table onet_profiles (
  source_id uuid not null,
  soc text not null,
  title text not null,
  description text not null
);

table onet_ratings (
  load_id integer not null,
  dataset text not null,
  soc text not null,
  position integer not null,
  element_id text not null,
  element_name text not null,
  scale_id text not null,
  value double precision,
  n integer,
  standard_error double precision,
  lower_bound double precision,
  upper_bound double precision,
  suppress boolean,
  not_relevant boolean,
  dated text,
  domain_source text
);

table onet_related (
  load_id integer not null,
  soc text not null,
  position integer not null,
  related_soc text not null,
  tier text not null,
  rank smallint not null
);

table onet_scales (
  load_id integer not null,
  scale_id text not null,
  position integer not null,
  name text not null,
  minimum double precision not null,
  maximum double precision not null
);

table onet_tables (
  release text not null,
  dataset text not null,
  load_id integer not null,
  file_name text not null,
  header text[] not null,
  row_count integer not null,
  repeated_rows integer not null,
  checksum text not null
);

table onet_task_ratings (
  load_id integer not null,
  soc text not null,
  position integer not null,
  task_id integer not null,
  scale_id text not null,
  category smallint,
  value double precision,
  n integer,
  standard_error double precision,
  lower_bound double precision,
  upper_bound double precision,
  suppress boolean,
  dated text,
  domain_source text
);

table onet_tasks (
  load_id integer not null,
  soc text not null,
  position integer not null,
  task_id integer not null,
  task text not null,
  task_type text,
  incumbents_responding double precision,
  dated text,
  domain_source text
);

table onet_technology (
  load_id integer not null,
  soc text not null,
  position integer not null,
  example text not null,
  category_code text not null,
  category text not null,
  hot boolean,
  in_demand boolean
);

table onet_titles (
  load_id integer not null,
  kind text not null,
  soc text not null,
  position integer not null,
  title text not null,
  short_title text,
  sources text,
  in_my_next_move boolean
);

table onet_tools (
  load_id integer not null,
  soc text not null,
  position integer not null,
  example text not null,
  category_code text not null,
  category text not null
);

table operations (
  organization_id uuid not null default current_organization_id(),
  operation_id uuid not null,
  kind text not null,
  state text not null default 'queued'::text,
  progress double precision not null default 0,
  input jsonb not null,
  result jsonb,
  error jsonb,
  requested_by_kind text not null,
  requested_by text not null,
  requested_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  cancel_requested_at timestamp with time zone,
  attempts smallint not null default 0
);

table organizations (
  organization_id uuid not null,
  time_zone text not null,
  suppression_k smallint not null default 5,
  constants jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  instruments text[] not null default '{durable,mastery,ai_use}'::text[],
  revision integer not null default 1,
  retention_months smallint not null default 36,
  rating_retention_months smallint,
  ai_use_tree text not null default 'occupation'::text,
  evidence_due_before timestamp with time zone
);

table overview_snapshots (
  organization_id uuid not null default current_organization_id(),
  as_of date not null,
  team_id uuid not null,
  sums jsonb not null,
  computed_at timestamp with time zone not null,
  formula_version text not null
);

table own_framework_drafts (
  organization_id uuid not null default current_organization_id(),
  draft_id uuid not null,
  soc text not null,
  title text not null,
  instrument text not null,
  version text not null,
  content jsonb not null,
  statements integer not null,
  revision integer not null default 1,
  begun_by text not null,
  begun_at timestamp with time zone not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  published_as uuid,
  published_by text,
  published_at timestamp with time zone
);

table own_framework_levels (
  organization_id uuid not null default current_organization_id(),
  framework_id uuid not null,
  rank smallint not null,
  key text not null,
  label text not null,
  caption text
);

table own_framework_statements (
  organization_id uuid not null default current_organization_id(),
  framework_id uuid not null,
  statement_id text not null,
  rank smallint not null,
  dimension text,
  position smallint not null,
  label text not null,
  behaviour text not null,
  split text not null
);

table own_frameworks (
  organization_id uuid not null default current_organization_id(),
  framework_id uuid not null,
  soc text not null,
  instrument text not null,
  version text not null,
  context_covered text not null,
  content_hash text not null,
  source_id uuid not null,
  document jsonb,
  imported_at timestamp with time zone not null default now()
);

table own_occupation_anchors (
  organization_id uuid not null default current_organization_id(),
  soc text not null,
  kind text not null,
  position smallint not null,
  text text not null,
  source_id uuid not null
);

table own_occupation_evidence (
  organization_id uuid not null default current_organization_id(),
  soc text not null,
  source_key text not null,
  release text not null,
  measure text not null,
  position smallint not null,
  figure double precision,
  words text,
  unit text,
  n integer,
  precision text,
  source_id uuid not null
);

table own_occupations (
  organization_id uuid not null default current_organization_id(),
  soc text not null,
  title text not null,
  description text,
  occupation_group text,
  sector text,
  job_zone smallint,
  job_zone_inferred boolean not null default false
);

table own_sources (
  organization_id uuid not null default current_organization_id(),
  source_id uuid not null,
  kind text not null,
  name text not null,
  release text not null,
  licence text,
  attribution text,
  url text,
  file_name text not null,
  checksum text not null,
  imported_at timestamp with time zone not null default now()
);

table own_standard_links (
  organization_id uuid not null default current_organization_id(),
  soc text not null,
  urn text not null,
  version text not null,
  linked_by_user text not null,
  linked_by text not null,
  linked_at timestamp with time zone not null
);

table own_statement_citations (
  organization_id uuid not null default current_organization_id(),
  framework_id uuid not null,
  statement_id text not null,
  position smallint not null,
  source_key text not null,
  title text not null
);

table owned_fields (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  field text not null,
  owned_since timestamp with time zone not null default now()
);

table person_figures (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  team_id uuid not null,
  site_id uuid,
  soc text,
  role_band smallint,
  kind text not null,
  available boolean not null,
  newest_communication integer,
  newest_leadership integer,
  newest_metacognition integer,
  newest_critical_thinking integer,
  newest_collaboration integer,
  newest_character integer,
  newest_creativity integer,
  newest_growth_mindset integer,
  newest_mindfulness integer,
  newest_fortitude integer,
  newest_ai_use integer,
  newest_mastery integer,
  sums numeric not null,
  levels smallint[] not null,
  targets smallint[] not null,
  as_of date not null,
  computed_at timestamp with time zone not null,
  formula_version text not null,
  facts bytea,
  written bigint default nextval('person_figures_written_seq'::regclass)
);

table person_overview (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  with_target smallint not null,
  assessed smallint not null,
  due smallint not null,
  strength_units bigint not null,
  ai_attainment smallint,
  ai_target boolean not null,
  quarter date not null,
  pairs smallint not null,
  rises smallint not null,
  falls smallint not null,
  net smallint not null,
  former_pairs smallint not null,
  former_rises smallint not null,
  former_falls smallint not null,
  former_net smallint not null,
  as_of date not null,
  computed_at timestamp with time zone not null,
  formula_version text not null
);

table position_candidates (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  employee_id uuid not null,
  move text not null,
  entered_by text,
  recorded_at timestamp with time zone not null default now()
);

table position_horizons (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  employee_id uuid not null,
  horizon text not null,
  source text not null,
  said_by text,
  said_on date not null,
  recorded_at timestamp with time zone not null default now()
);

table position_incumbents (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  employee_id uuid not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null default now()
);

table position_pool_filters (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  kind text not null,
  value text not null,
  recorded_at timestamp with time zone not null default now()
);

table position_profiles (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  dimension text not null,
  valid_from date not null,
  valid_to date,
  level smallint not null,
  weight smallint not null,
  critical boolean not null default false,
  reason text,
  reason_source text,
  said_by text,
  said_on date,
  recorded_at timestamp with time zone not null default now()
);

table positions (
  organization_id uuid not null default current_organization_id(),
  position_id uuid not null,
  external_id text not null,
  title text not null,
  soc text,
  role_band smallint,
  team_id uuid not null,
  site_id uuid,
  critical boolean not null default false,
  closed_on date,
  revision integer not null default 1,
  recorded_at timestamp with time zone not null default now()
);

table privacy_versions (
  organization_id uuid not null default current_organization_id(),
  version integer not null,
  contact text not null,
  legal_ground text not null,
  documents jsonb not null,
  published_by text not null,
  published_at timestamp with time zone not null
);

table profiles (
  organization_id uuid not null default current_organization_id(),
  employee_id uuid not null,
  dimension text not null,
  level smallint,
  rater_kind text,
  assessed_on date,
  rated_as text,
  trust smallint,
  strength_trust smallint,
  accepted_evidence boolean not null default false,
  peers smallint not null default 0,
  assessment_ids uuid[] not null default '{}'::uuid[],
  recheck_on date,
  target smallint,
  weight smallint,
  critical_level smallint,
  default_target boolean not null default false,
  gap smallint,
  self_manager_difference smallint,
  next_change_on date,
  strength_units bigint not null default 0,
  as_of date not null,
  computed_at timestamp with time zone not null,
  formula_version text not null,
  framework_version text
);

table ratings (
  organization_id uuid not null default current_organization_id(),
  assessment_id uuid not null,
  dimension text not null,
  employee_id uuid not null,
  level smallint,
  recorded_at timestamp with time zone not null default now(),
  assessed_on date not null,
  unsure_on date,
  revision integer not null default 1,
  saved_key uuid
);

table reexpressed_ratings (
  organization_id uuid not null default current_organization_id(),
  reexpression_id uuid not null,
  assessment_id uuid not null,
  dimension text not null,
  level smallint not null
);

table reexpressions (
  organization_id uuid not null default current_organization_id(),
  reexpression_id uuid not null,
  soc text not null,
  instrument text not null,
  from_version text not null,
  to_version text not null,
  applied_by text not null,
  applied_at timestamp with time zone not null,
  undone_by text,
  undone_at timestamp with time zone
);

table release_cuts (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  viewer_key text not null,
  cut jsonb not null,
  made_at timestamp with time zone not null default now()
);

table release_groups (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  group_id uuid not null,
  parent_id uuid,
  name text not null
);

table release_occupation_groups (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  group_id text not null,
  parent_id text,
  name text not null,
  exposure integer
);

table release_people (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  employee_id uuid not null,
  group_id uuid not null,
  levels smallint[] not null,
  targets smallint[] not null,
  ratings text[] not null,
  occupation_group text,
  holds smallint[],
  strengths bigint[],
  moves smallint[]
);

table release_viewers (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  viewer_key text not null,
  cut_key text not null,
  assigned_at timestamp with time zone not null default now()
);

table releases (
  organization_id uuid not null default current_organization_id(),
  release_id uuid not null,
  sequence integer not null,
  as_of date not null,
  reason text not null,
  suppression_k smallint not null,
  formula_version text not null,
  made_at timestamp with time zone not null,
  ai_use_tree text,
  exposure_release text,
  requirements jsonb,
  constants jsonb
);

table reworded_statements (
  organization_id uuid not null default current_organization_id(),
  from_statement_id text not null,
  to_statement_id text not null,
  confirmed_by text not null,
  confirmed_at timestamp with time zone not null
);

table saved_views (
  organization_id uuid not null default current_organization_id(),
  view_id uuid not null,
  name text not null,
  search text not null,
  shared boolean not null,
  saved_by text not null,
  saved_at timestamp with time zone not null
);

table sites (
  organization_id uuid not null default current_organization_id(),
  site_id uuid not null,
  name text not null,
  recorded_at timestamp with time zone not null default now()
);

table soc_groups (
  source_id uuid not null,
  line integer not null,
  code text not null,
  level text not null,
  title text not null,
  definition text,
  parent_code text
);

table source_sets (
  source_id uuid not null,
  kind text not null,
  part text not null default ''::text,
  release text not null,
  checksum text not null,
  row_count integer not null,
  live boolean not null default false,
  loaded_at timestamp with time zone not null default now()
);

table sources (
  source_id uuid not null,
  kind text not null,
  name text not null,
  release text not null,
  licence text,
  attribution text,
  url text,
  file_name text not null,
  checksum text not null,
  imported_at timestamp with time zone not null default now()
);

table standard_links (
  soc text not null,
  urn text not null,
  version text not null,
  linked_by text not null,
  linked_at timestamp with time zone not null
);

table standard_statements (
  standard_id uuid not null,
  kind text not null,
  number smallint not null,
  heading_position smallint not null,
  heading text not null,
  text text not null
);

table standard_terms (
  standard_id uuid not null,
  position smallint not null,
  term text not null,
  meaning text not null
);

table standards (
  standard_id uuid not null,
  urn text not null,
  version text not null,
  title text not null,
  approved_year smallint,
  review_text text,
  review_by date,
  validity text,
  status text,
  developed_by text,
  originating_organisation text,
  original_urn text,
  suites text[] not null,
  overview text not null,
  activities text[] not null,
  relevant_occupations text[] not null,
  soc_code text,
  keywords text[] not null,
  sections jsonb not null,
  content_hash text not null,
  source_id uuid not null,
  imported_at timestamp with time zone not null default now()
);

table statement_citations (
  framework_id uuid not null,
  statement_id text not null,
  position smallint not null,
  source_key text not null,
  title text not null
);

table target_profiles (
  organization_id uuid not null default current_organization_id(),
  soc text not null,
  role_band smallint not null,
  dimension text not null,
  valid_from date not null,
  valid_to date,
  level smallint not null,
  weight smallint not null,
  critical boolean not null default false,
  recorded_at timestamp with time zone not null default now()
);

table task_keys (
  origin text not null,
  task_key text not null,
  soc text not null,
  task_id text not null,
  release text not null
);

table team_parents (
  organization_id uuid not null default current_organization_id(),
  team_id uuid not null,
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null default now()
);

table teams (
  organization_id uuid not null default current_organization_id(),
  team_id uuid not null,
  name text not null,
  recorded_at timestamp with time zone not null default now()
);

table ticked_statements (
  organization_id uuid not null default current_organization_id(),
  assessment_id uuid not null,
  dimension text not null,
  statement_id text not null
);

table title_mapping_occupations (
  organization_id uuid not null default current_organization_id(),
  title_key text not null,
  soc text not null,
  share smallint not null,
  role_band smallint
);

table title_mappings (
  organization_id uuid not null default current_organization_id(),
  title_key text not null,
  version integer not null,
  confirmed_by text not null,
  confirmed_at timestamp with time zone not null
);

table title_scores (
  organization_id uuid not null default current_organization_id(),
  title text not null,
  release_key text not null,
  candidates jsonb not null
);

table upload_chunks (
  organization_id uuid not null default current_organization_id(),
  upload_id uuid not null,
  position integer not null,
  bytes bytea not null
);

table uploads (
  organization_id uuid not null default current_organization_id(),
  upload_id uuid not null,
  name text not null,
  size_bytes bigint,
  checksum text,
  uploaded_by_kind text not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);

-- constraints

alter table ai_figures add CHECK ((subject_kind = ANY (ARRAY['occupation'::text, 'task'::text, 'skill'::text, 'activity'::text, 'pattern'::text, 'group'::text, 'other'::text])));

alter table ai_figures add PRIMARY KEY (source_id, line, measure);

alter table assessments add CHECK (((state <> 'submitted'::text) OR (submitted_at IS NOT NULL)));

alter table assessments add CHECK ((draft_changes >= 0));

alter table assessments add CHECK ((rater_kind = ANY (ARRAY['calibrated'::text, 'manager'::text, 'peer'::text, 'self'::text])));

alter table assessments add CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'withdrawn'::text, 'superseded'::text])));

alter table assessments add CHECK ((version >= 1));

alter table assessments add CHECK (((char_length(withdrawn_reason) >= 1) AND (char_length(withdrawn_reason) <= 1000)));

alter table assessments add FOREIGN KEY (organization_id, cycle_id) REFERENCES cycles(organization_id, cycle_id);

alter table assessments add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table assessments add PRIMARY KEY (organization_id, assessment_id);

alter table audit_entries add CHECK ((action ~ '^[a-z]+\.[a-z_]+$'::text));

alter table audit_entries add CHECK (((char_length(actor_id) >= 1) AND (char_length(actor_id) <= 200)));

alter table audit_entries add CHECK ((actor_kind = ANY (ARRAY['user'::text, 'token'::text, 'job'::text, 'operator'::text])));

alter table audit_entries add CHECK (((json_typeof(details) = 'object'::text) AND (octet_length((details)::text) <= 262144)));

alter table audit_entries add CHECK ((octet_length(hash) = 32));

alter table audit_entries add CHECK ((octet_length(previous_hash) = 32));

alter table audit_entries add CHECK ((sequence > 0));

alter table audit_entries add CHECK (((char_length(subject_id) >= 1) AND (char_length(subject_id) <= 200)));

alter table audit_entries add CHECK ((subject_kind ~ '^[a-z_]+$'::text));

alter table audit_entries add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id);

alter table audit_entries add PRIMARY KEY (organization_id, sequence);

alter table audit_personal_values add CHECK ((name ~ '^[a-z][a-z_.]*$'::text));

alter table audit_personal_values add CHECK ((octet_length(salt) = 16));

alter table audit_personal_values add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id);

alter table audit_personal_values add PRIMARY KEY (organization_id, sequence, name);

alter table auth.api_tokens add CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'hr_partner'::text, 'director'::text, 'executive'::text, 'employee'::text])));

alter table auth.api_tokens add FOREIGN KEY (approved_by) REFERENCES auth.users(user_id) ON DELETE SET NULL;

alter table auth.api_tokens add FOREIGN KEY (created_by) REFERENCES auth.users(user_id) ON DELETE SET NULL;

alter table auth.api_tokens add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.api_tokens add PRIMARY KEY (token_id);

alter table auth.api_tokens add UNIQUE (token_hash);

alter table auth.attempt_counters add CHECK ((counter_key ~ '^[0-9a-f]{64}$'::text));

alter table auth.attempt_counters add PRIMARY KEY (counter_key);

alter table auth.cycle_letters add CHECK ((owed >= 0));

alter table auth.cycle_letters add CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text));

alter table auth.cycle_letters add FOREIGN KEY (organization_id, cycle_id) REFERENCES auth.cycle_notices(organization_id, cycle_id) ON DELETE CASCADE;

alter table auth.cycle_letters add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.cycle_letters add PRIMARY KEY (letter_id);

alter table auth.cycle_letters add UNIQUE (organization_id, cycle_id, user_id, sent_on);

alter table auth.cycle_letters add UNIQUE (token_hash);

alter table auth.cycle_notices add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table auth.cycle_notices add CHECK (((char_length(purpose) >= 1) AND (char_length(purpose) <= 2000)));

alter table auth.cycle_notices add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.cycle_notices add PRIMARY KEY (organization_id, cycle_id);

alter table auth.former_members add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.former_members add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.former_members add PRIMARY KEY (organization_id, user_id);

alter table auth.former_slugs add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.former_slugs add PRIMARY KEY (slug);

alter table auth.invitations add CHECK (((char_length(email) >= 3) AND (char_length(email) <= 320)));

alter table auth.invitations add CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'hr_partner'::text, 'director'::text, 'executive'::text, 'employee'::text])));

alter table auth.invitations add CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text));

alter table auth.invitations add FOREIGN KEY (invited_by) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.invitations add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.invitations add PRIMARY KEY (invitation_id);

alter table auth.invitations add UNIQUE (token_hash);

alter table auth.known_sources add CHECK ((account_key ~ '^[0-9a-f]{64}$'::text));

alter table auth.known_sources add CHECK ((source_key ~ '^[0-9a-f]{64}$'::text));

alter table auth.known_sources add PRIMARY KEY (account_key, source_key);

alter table auth.mail_queue add CHECK ((kind = ANY (ARRAY['invitation'::text, 'member-changed'::text, 'member-removed'::text, 'sso-connected'::text, 'sign-up'::text, 'sign-up-known'::text, 'password-reset'::text, 'password-changed'::text, 'second-factor-changed'::text, 'contest-opened'::text, 'contest-answered'::text, 'cycle-opened'::text, 'cycle-reminder'::text, 'sign-in-linked'::text, 'sign-in-taken-back'::text, 'record-linked'::text, 'record-taken-back'::text])));

alter table auth.mail_queue add CHECK (((organization_id IS NOT NULL) OR (kind = ANY (ARRAY['sign-up'::text, 'sign-up-known'::text, 'password-reset'::text, 'password-changed'::text, 'second-factor-changed'::text]))));

alter table auth.mail_queue add CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'given_up'::text])));

alter table auth.mail_queue add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.mail_queue add PRIMARY KEY (mail_id);

alter table auth.memberships add CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'hr_partner'::text, 'director'::text, 'executive'::text, 'employee'::text])));

alter table auth.memberships add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.memberships add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.memberships add PRIMARY KEY (organization_id, user_id);

alter table auth.operators add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.operators add PRIMARY KEY (user_id);

alter table auth.organization_directory add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table auth.organization_directory add CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$'::text));

alter table auth.organization_directory add PRIMARY KEY (organization_id);

alter table auth.organization_directory add UNIQUE (slug);

alter table auth.passkey_challenges add CHECK ((purpose = ANY (ARRAY['register'::text, 'sign-in'::text, 'second-factor'::text])));

alter table auth.passkey_challenges add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.passkey_challenges add PRIMARY KEY (challenge_id);

alter table auth.passkeys add CHECK ((char_length(credential_id) <= 2000));

alter table auth.passkeys add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));

alter table auth.passkeys add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.passkeys add PRIMARY KEY (credential_id);

alter table auth.password_resets add CHECK (((char_length(email) >= 3) AND (char_length(email) <= 320)));

alter table auth.password_resets add CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text));

alter table auth.password_resets add PRIMARY KEY (reset_id);

alter table auth.password_resets add UNIQUE (token_hash);

alter table auth.recovery_codes add CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text));

alter table auth.recovery_codes add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.recovery_codes add PRIMARY KEY (user_id, code_hash);

alter table auth.sessions add CHECK ((method = ANY (ARRAY['password'::text, 'passkey'::text, 'sso'::text])));

alter table auth.sessions add CHECK (((second_factor IS NULL) OR (method = 'password'::text)));

alter table auth.sessions add CHECK ((second_factor = ANY (ARRAY['app'::text, 'recovery_code'::text, 'passkey'::text])));

alter table auth.sessions add CHECK (((method = 'sso'::text) = (sso_organization_id IS NOT NULL)));

alter table auth.sessions add CHECK ((stage = ANY (ARRAY['full'::text, 'second_factor'::text])));

alter table auth.sessions add CHECK ((char_length(user_agent) <= 200));

alter table auth.sessions add FOREIGN KEY (sso_organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.sessions add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.sessions add PRIMARY KEY (session_hash);

alter table auth.sign_ups add CHECK (((char_length(email) >= 3) AND (char_length(email) <= 320)));

alter table auth.sign_ups add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table auth.sign_ups add CHECK (((char_length(organization_name) >= 1) AND (char_length(organization_name) <= 200)));

alter table auth.sign_ups add CHECK ((slug ~ '^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$'::text));

alter table auth.sign_ups add CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text));

alter table auth.sign_ups add PRIMARY KEY (sign_up_id);

alter table auth.sign_ups add UNIQUE (token_hash);

alter table auth.sso_connections add CHECK (((char_length(client_id) >= 1) AND (char_length(client_id) <= 300)));

alter table auth.sso_connections add CHECK (((char_length(issuer) >= 8) AND (char_length(issuer) <= 500)));

alter table auth.sso_connections add CHECK ((join_role = ANY (ARRAY['employee'::text, 'executive'::text])));

alter table auth.sso_connections add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.sso_connections add PRIMARY KEY (organization_id);

alter table auth.sso_domains add CHECK (((domain = lower(domain)) AND ((char_length(domain) >= 4) AND (char_length(domain) <= 253))));

alter table auth.sso_domains add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.sso_domains add PRIMARY KEY (organization_id, domain);

alter table auth.sso_identities add CHECK ((char_length(issuer) <= 500));

alter table auth.sso_identities add CHECK (((char_length(subject) >= 1) AND (char_length(subject) <= 255)));

alter table auth.sso_identities add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.sso_identities add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.sso_identities add PRIMARY KEY (organization_id, issuer, subject);

alter table auth.sso_identities add UNIQUE (organization_id, issuer, user_id);

alter table auth.sso_states add CHECK ((browser_hash ~ '^[0-9a-f]{64}$'::text));

alter table auth.sso_states add CHECK ((char_length(next_path) <= 2000));

alter table auth.sso_states add CHECK ((state_hash ~ '^[0-9a-f]{64}$'::text));

alter table auth.sso_states add FOREIGN KEY (connect_user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.sso_states add FOREIGN KEY (organization_id) REFERENCES auth.organization_directory(organization_id) ON DELETE CASCADE;

alter table auth.sso_states add PRIMARY KEY (state_hash);

alter table auth.totp_secrets add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.totp_secrets add PRIMARY KEY (user_id);

alter table auth.totp_set_ups add FOREIGN KEY (user_id) REFERENCES auth.users(user_id) ON DELETE CASCADE;

alter table auth.totp_set_ups add PRIMARY KEY (user_id);

alter table auth.users add CHECK (((char_length(email) >= 3) AND (char_length(email) <= 320)));

alter table auth.users add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table auth.users add PRIMARY KEY (user_id);

alter table cadre_private.change_horizons add PRIMARY KEY (taken_at);

alter table cadre_private.data_changes add PRIMARY KEY (transaction, organization_id);

alter table cadre_private.migrations add PRIMARY KEY (name);

alter table cadre_private.tenant_keys add PRIMARY KEY (key_id);

alter table cadre_private.worker_heartbeats add PRIMARY KEY (worker_id);

alter table calibration_cases add CHECK (((difference >= 1) AND (difference <= 4)));

alter table calibration_cases add FOREIGN KEY (organization_id, cycle_id) REFERENCES cycles(organization_id, cycle_id) ON DELETE CASCADE;

alter table calibration_cases add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table calibration_cases add PRIMARY KEY (organization_id, cycle_id, employee_id, dimension);

alter table calibration_waiting add FOREIGN KEY (organization_id, cycle_id) REFERENCES cycles(organization_id, cycle_id) ON DELETE CASCADE;

alter table calibration_waiting add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table calibration_waiting add PRIMARY KEY (organization_id, cycle_id, employee_id);

alter table calibrations add CHECK (((level >= 0) AND (level <= 4)));

alter table calibrations add CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 2000)));

alter table calibrations add FOREIGN KEY (organization_id, cycle_id) REFERENCES cycles(organization_id, cycle_id) ON DELETE CASCADE;

alter table calibrations add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table calibrations add PRIMARY KEY (organization_id, calibration_id);

alter table capability_state add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table capability_state add PRIMARY KEY (organization_id);

alter table cip_codes add CHECK ((cip_code ~ '^\d{2}(\.\d{2}(\d{2})?)?$'::text));

alter table cip_codes add FOREIGN KEY (source_id) REFERENCES source_sets(source_id) ON DELETE CASCADE;

alter table cip_codes add PRIMARY KEY (source_id, line);

alter table cip_codes add UNIQUE (source_id, cip_code);

alter table cip_soc_links add CHECK ((cip_code ~ '^\d{2}\.\d{4}$'::text));

alter table cip_soc_links add CHECK ((soc_code ~ '^\d{2}-\d{4}$'::text));

alter table cip_soc_links add FOREIGN KEY (source_id) REFERENCES source_sets(source_id) ON DELETE CASCADE;

alter table cip_soc_links add PRIMARY KEY (source_id, line);

alter table confirmed_splits add CHECK ((confirmed_by <> ''::text));

alter table confirmed_splits add CHECK ((label <> ''::text));

alter table confirmed_splits add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table confirmed_splits add PRIMARY KEY (organization_id, statement_id);

alter table contests add CHECK (((char_length(answer) >= 1) AND (char_length(answer) <= 2000)));

alter table contests add CHECK (((remedy IS NULL) OR (state = 'corrected'::text)));

alter table contests add CHECK (((state = 'open'::text) = (ended_at IS NULL)));

alter table contests add CHECK (((state <> ALL (ARRAY['upheld'::text, 'corrected'::text])) OR ((answer IS NOT NULL) AND (answered_by IS NOT NULL))));

alter table contests add CHECK ((remedy = ANY (ARRAY['reassess'::text, 'withdraw'::text])));

alter table contests add CHECK ((state = ANY (ARRAY['open'::text, 'upheld'::text, 'corrected'::text, 'withdrawn'::text])));

alter table contests add CHECK (((char_length(statement) >= 1) AND (char_length(statement) <= 2000)));

alter table contests add FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments(organization_id, assessment_id) ON DELETE SET NULL (assessment_id);

alter table contests add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table contests add PRIMARY KEY (organization_id, contest_id);

alter table cycle_people add FOREIGN KEY (organization_id, cycle_id) REFERENCES cycles(organization_id, cycle_id) ON DELETE CASCADE;

alter table cycle_people add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table cycle_people add PRIMARY KEY (organization_id, cycle_id, employee_id);

alter table cycle_raters add CHECK ((rater_kind = ANY (ARRAY['self'::text, 'manager'::text, 'peer'::text])));

alter table cycle_raters add CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'declined'::text])));

alter table cycle_raters add FOREIGN KEY (organization_id, cycle_id, employee_id) REFERENCES cycle_people(organization_id, cycle_id, employee_id) ON DELETE CASCADE;

alter table cycle_raters add FOREIGN KEY (organization_id, rater_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table cycle_raters add PRIMARY KEY (organization_id, cycle_id, employee_id, rater_id);

alter table cycle_reminders add FOREIGN KEY (organization_id, cycle_id) REFERENCES cycles(organization_id, cycle_id) ON DELETE CASCADE;

alter table cycle_reminders add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table cycle_reminders add PRIMARY KEY (organization_id, cycle_id, employee_id);

alter table cycles add CHECK ((closes_on >= opens_on));

alter table cycles add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table cycles add CHECK ((peer_choice = ANY (ARRAY['manager'::text, 'person'::text])));

alter table cycles add CHECK (((char_length(purpose) >= 1) AND (char_length(purpose) <= 2000)));

alter table cycles add CHECK ((rater_kinds <@ '{self,manager,peer}'::text[]));

alter table cycles add CHECK ((revision > 0));

alter table cycles add CHECK ((self_manager = ANY (ARRAY['blind'::text, 'open'::text])));

alter table cycles add CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'calibrated'::text, 'archived'::text])));

alter table cycles add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table cycles add PRIMARY KEY (organization_id, cycle_id);

alter table cycles add UNIQUE (organization_id, name);

alter table decisions add CHECK (((state = 'open'::text) = (decided_at IS NULL)));

alter table decisions add CHECK (((state = 'open'::text) OR ((choice IS NOT NULL) AND (reason IS NOT NULL) AND (decided_by IS NOT NULL))));

alter table decisions add CHECK (((char_length(choice) >= 1) AND (char_length(choice) <= 500)));

alter table decisions add CHECK ((figure_scope = ANY (ARRAY['all'::text, 'subtree'::text, 'released'::text])));

alter table decisions add CHECK (((figure_scope IS NULL) OR ((num_nonnulls(figure_then, figure_words) > 0) AND (figure_on IS NOT NULL))));

alter table decisions add CHECK (((char_length(figure_words) >= 1) AND (char_length(figure_words) <= 200)));

alter table decisions add CHECK (((char_length(question) >= 1) AND (char_length(question) <= 200)));

alter table decisions add CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 1000)));

alter table decisions add CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text])));

alter table decisions add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table decisions add PRIMARY KEY (organization_id, decision_id);

alter table dirty_people add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table dirty_people add PRIMARY KEY (organization_id, dirty_id);

alter table dirty_teams add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table dirty_teams add PRIMARY KEY (organization_id, dirty_id);

alter table employee_occupations add CHECK ((valid_to > valid_from));

alter table employee_occupations add CHECK (((role_band >= 1) AND (role_band <= 4)));

alter table employee_occupations add CHECK (((share >= 1) AND (share <= 100)));

alter table employee_occupations add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table employee_occupations add PRIMARY KEY (organization_id, employee_id, soc, valid_from);

alter table employees add CHECK (((char_length(email) >= 3) AND (char_length(email) <= 320)));

alter table employees add CHECK (((char_length(external_id) >= 1) AND (char_length(external_id) <= 200)));

alter table employees add CHECK ((kind = ANY (ARRAY['employee'::text, 'agency'::text, 'contractor'::text])));

alter table employees add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table employees add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table employees add PRIMARY KEY (organization_id, employee_id);

alter table employees add UNIQUE (organization_id, external_id);

alter table employments add CHECK (((absence IS NULL) OR (NOT available)));

alter table employments add CHECK ((absence = ANY (ARRAY['long_absence'::text, 'under_notice'::text])));

alter table employments add CHECK ((valid_to > valid_from));

alter table employments add CHECK ((manager_id IS DISTINCT FROM employee_id));

alter table employments add CHECK ((status = ANY (ARRAY['active'::text, 'leave'::text, 'left'::text])));

alter table employments add CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)));

alter table employments add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table employments add FOREIGN KEY (organization_id, manager_id) REFERENCES employees(organization_id, employee_id);

alter table employments add FOREIGN KEY (organization_id, site_id) REFERENCES sites(organization_id, site_id);

alter table employments add FOREIGN KEY (organization_id, team_id) REFERENCES teams(organization_id, team_id);

alter table employments add PRIMARY KEY (organization_id, employee_id, valid_from);

alter table evidence add CHECK (((char_length(body) >= 1) AND (char_length(body) <= 4000)));

alter table evidence add CHECK (((kind <> 'link'::text) OR (url IS NOT NULL)));

alter table evidence add CHECK (((kind <> 'file'::text) OR (file_id IS NOT NULL)));

alter table evidence add CHECK ((kind = ANY (ARRAY['text'::text, 'link'::text, 'file'::text, 'observation'::text])));

alter table evidence add CHECK (((kind <> 'observation'::text) OR (observation_id IS NOT NULL)));

alter table evidence add CHECK (((char_length(url) >= 8) AND (char_length(url) <= 2000)));

alter table evidence add FOREIGN KEY (organization_id, assessment_id, dimension) REFERENCES ratings(organization_id, assessment_id, dimension) ON DELETE CASCADE;

alter table evidence add FOREIGN KEY (organization_id, file_id) REFERENCES evidence_files(organization_id, file_id) ON DELETE CASCADE;

alter table evidence add FOREIGN KEY (organization_id, observation_id) REFERENCES observations(organization_id, observation_id) ON DELETE CASCADE;

alter table evidence add PRIMARY KEY (organization_id, evidence_id);

alter table evidence_files add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table evidence_files add CHECK ((scan = ANY (ARRAY['waiting'::text, 'clean'::text, 'refused'::text, 'not_scanned'::text])));

alter table evidence_files add CHECK (((size_bytes >= 1) AND (size_bytes <= 5242880)));

alter table evidence_files add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table evidence_files add PRIMARY KEY (organization_id, file_id);

alter table former_members add FOREIGN KEY (organization_id, team_id) REFERENCES teams(organization_id, team_id) ON DELETE CASCADE;

alter table former_members add PRIMARY KEY (organization_id, employee_id, team_id);

alter table former_reports add FOREIGN KEY (organization_id, manager_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table former_reports add PRIMARY KEY (organization_id, employee_id, manager_id);

alter table former_team_parents add FOREIGN KEY (organization_id, parent_id) REFERENCES teams(organization_id, team_id) ON DELETE CASCADE;

alter table former_team_parents add FOREIGN KEY (organization_id, team_id) REFERENCES teams(organization_id, team_id) ON DELETE CASCADE;

alter table former_team_parents add PRIMARY KEY (organization_id, team_id, parent_id);

alter table framework_levels add CHECK (((rank >= 1) AND (rank <= 4)));

alter table framework_levels add FOREIGN KEY (framework_id) REFERENCES frameworks(framework_id) ON DELETE CASCADE;

alter table framework_levels add PRIMARY KEY (framework_id, rank);

alter table framework_statements add CHECK (((rank >= 1) AND (rank <= 4)));

alter table framework_statements add CHECK ((split = ANY (ARRAY['source'::text, 'restored'::text, 'unconfirmed'::text])));

alter table framework_statements add FOREIGN KEY (framework_id) REFERENCES frameworks(framework_id) ON DELETE CASCADE;

alter table framework_statements add PRIMARY KEY (framework_id, statement_id);

alter table frameworks add CHECK ((instrument = ANY (ARRAY['durable'::text, 'ai_use'::text, 'mastery'::text])));

alter table frameworks add FOREIGN KEY (soc) REFERENCES occupations(soc);

alter table frameworks add FOREIGN KEY (source_id) REFERENCES sources(source_id);

alter table frameworks add PRIMARY KEY (framework_id);

alter table frameworks add UNIQUE (soc, instrument, version);

alter table group_requirement_teams add FOREIGN KEY (organization_id, requirement_id, valid_from) REFERENCES group_requirements(organization_id, requirement_id, valid_from) ON DELETE CASCADE;

alter table group_requirement_teams add FOREIGN KEY (organization_id, team_id) REFERENCES teams(organization_id, team_id) ON DELETE CASCADE;

alter table group_requirement_teams add PRIMARY KEY (organization_id, requirement_id, valid_from, team_id);

alter table group_requirements add CHECK ((valid_to > valid_from));

alter table group_requirements add CHECK (((level >= 1) AND (level <= 4)));

alter table group_requirements add CHECK (((minimum >= 1) AND (minimum <= 9999)));

alter table group_requirements add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table group_requirements add CHECK ((char_length(name_holds) <= 200));

alter table group_requirements add CHECK ((reach = ANY (ARRAY['teams'::text, 'below'::text])));

alter table group_requirements add CHECK ((char_length(reason) <= 1000));

alter table group_requirements add FOREIGN KEY (organization_id, below_team_id) REFERENCES teams(organization_id, team_id) ON DELETE CASCADE;

alter table group_requirements add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table group_requirements add PRIMARY KEY (organization_id, requirement_id, valid_from);

alter table heatmap_cells add CHECK ((group_kind = 'team'::text));

alter table heatmap_cells add CHECK ((row_kind = ANY (ARRAY['group'::text, 'direct'::text])));

alter table heatmap_cells add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table heatmap_cells add PRIMARY KEY (organization_id, group_kind, group_id, row_kind, dimension);

alter table idempotency_keys add CHECK (((char_length(key) >= 1) AND (char_length(key) <= 200)));

alter table idempotency_keys add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table idempotency_keys add PRIMARY KEY (organization_id, token_id, key);

alter table import_changes add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table import_changes add FOREIGN KEY (organization_id, import_id) REFERENCES imports(organization_id, import_id) ON DELETE CASCADE;

alter table import_changes add PRIMARY KEY (organization_id, import_id, employee_id);

alter table import_layouts add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table import_layouts add PRIMARY KEY (organization_id, fingerprint);

alter table import_lines add PRIMARY KEY (organization_id, import_id, number);

alter table import_rows add CHECK ((outcome = ANY (ARRAY['created'::text, 'changed'::text, 'rejected'::text, 'missing'::text])));

alter table import_rows add FOREIGN KEY (organization_id, import_id) REFERENCES imports(organization_id, import_id) ON DELETE CASCADE;

alter table import_rows add PRIMARY KEY (organization_id, import_id, outcome, "position");

alter table imports add CHECK ((asked_by_kind = ANY (ARRAY['user'::text, 'token'::text, 'job'::text, 'operator'::text])));

alter table imports add CHECK ((kind = ANY (ARRAY['employees'::text, 'targets'::text, 'positions'::text, 'assessments'::text])));

alter table imports add CHECK ((state = ANY (ARRAY['new'::text, 'mapping'::text, 'planned'::text, 'applied'::text, 'undone'::text])));

alter table imports add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table imports add PRIMARY KEY (organization_id, import_id);

alter table k_lowerings add CHECK (((from_k >= 3) AND (from_k <= 50)));

alter table k_lowerings add CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)));

alter table k_lowerings add CHECK ((state = ANY (ARRAY['waiting'::text, 'agreed'::text, 'declined'::text])));

alter table k_lowerings add CHECK (((to_k >= 3) AND (to_k <= 50)));

alter table k_lowerings add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table k_lowerings add PRIMARY KEY (organization_id, lowering_id);

alter table mapped_occupations add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table mapped_occupations add PRIMARY KEY (organization_id, title_key, soc);

alter table mapping_confirmation_periods add CHECK ((side = ANY (ARRAY['before'::text, 'after'::text])));

alter table mapping_confirmation_periods add FOREIGN KEY (organization_id, confirmation_id) REFERENCES mapping_confirmations(organization_id, confirmation_id) ON DELETE CASCADE;

alter table mapping_confirmation_periods add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table mapping_confirmation_periods add PRIMARY KEY (organization_id, confirmation_id, employee_id, side, soc, valid_from);

alter table mapping_confirmations add CHECK ((confirmed_by <> ''::text));

alter table mapping_confirmations add CHECK ((people >= 0));

alter table mapping_confirmations add CHECK ((titles >= 0));

alter table mapping_confirmations add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table mapping_confirmations add PRIMARY KEY (organization_id, confirmation_id);

alter table observations add CHECK (((char_length(event) >= 1) AND (char_length(event) <= 300)));

alter table observations add CHECK (((char_length(note) >= 1) AND (char_length(note) <= 2000)));

alter table observations add CHECK ((outcome = ANY (ARRAY['demonstrated'::text, 'partly'::text, 'not_demonstrated'::text])));

alter table observations add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table observations add FOREIGN KEY (organization_id, observer_id) REFERENCES employees(organization_id, employee_id) ON DELETE SET NULL (observer_id);

alter table observations add PRIMARY KEY (organization_id, observation_id);

alter table observations add UNIQUE (organization_id, employee_id, dimension, observed_on, event);

alter table occupation_anchors add FOREIGN KEY (soc) REFERENCES occupations(soc);

alter table occupation_anchors add FOREIGN KEY (source_id) REFERENCES sources(source_id);

alter table occupation_anchors add PRIMARY KEY (soc, kind, "position");

alter table occupation_evidence add FOREIGN KEY (soc) REFERENCES occupations(soc);

alter table occupation_evidence add FOREIGN KEY (source_id) REFERENCES sources(source_id);

alter table occupation_evidence add PRIMARY KEY (soc, source_key, release, measure);

alter table occupations add CHECK (((job_zone >= 1) AND (job_zone <= 5)));

alter table occupations add CHECK ((soc ~ '^\d{2}-\d{4}\.\d{2}$'::text));

alter table occupations add PRIMARY KEY (soc);

alter table onet_elements add PRIMARY KEY (load_id, element_id);

alter table onet_job_zone_names add CHECK (((job_zone >= 1) AND (job_zone <= 5)));

alter table onet_job_zone_names add PRIMARY KEY (load_id, job_zone);

alter table onet_job_zones add CHECK (((job_zone >= 1) AND (job_zone <= 5)));

alter table onet_job_zones add PRIMARY KEY (load_id, soc);

alter table onet_loads add CHECK ((layout = ANY (ARRAY['A1'::text, 'A2'::text, 'B'::text])));

alter table onet_loads add CHECK ((release ~ '^\d{1,3}\.\d{1,2}$'::text));

alter table onet_loads add FOREIGN KEY (source_id) REFERENCES sources(source_id);

alter table onet_loads add PRIMARY KEY (load_id);

alter table onet_occupations add PRIMARY KEY (load_id, soc);

alter table onet_other_rows add PRIMARY KEY (load_id, dataset, "position");

alter table onet_profile_entries add CHECK ((kind = ANY (ARRAY['task'::text, 'skill'::text, 'technology'::text, 'tool'::text])));

alter table onet_profile_entries add FOREIGN KEY (source_id) REFERENCES onet_profiles(source_id) ON DELETE CASCADE;

alter table onet_profile_entries add PRIMARY KEY (source_id, kind, "position");

alter table onet_profiles add FOREIGN KEY (soc) REFERENCES occupations(soc);

alter table onet_profiles add FOREIGN KEY (source_id) REFERENCES sources(source_id);

alter table onet_profiles add PRIMARY KEY (source_id);

alter table onet_ratings add PRIMARY KEY (load_id, dataset, soc, "position");

alter table onet_related add PRIMARY KEY (load_id, soc, "position");

alter table onet_scales add PRIMARY KEY (load_id, scale_id);

alter table onet_tables add FOREIGN KEY (load_id) REFERENCES onet_loads(load_id);

alter table onet_tables add PRIMARY KEY (release, dataset);

alter table onet_task_ratings add PRIMARY KEY (load_id, soc, "position");

alter table onet_tasks add PRIMARY KEY (load_id, soc, "position");

alter table onet_technology add PRIMARY KEY (load_id, soc, "position");

alter table onet_titles add CHECK ((kind = ANY (ARRAY['alternate'::text, 'reported'::text])));

alter table onet_titles add PRIMARY KEY (load_id, kind, soc, "position");

alter table onet_tools add PRIMARY KEY (load_id, soc, "position");

alter table operations add CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision)));

alter table operations add CHECK ((requested_by_kind = ANY (ARRAY['user'::text, 'token'::text, 'job'::text, 'operator'::text])));

alter table operations add CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])));

alter table operations add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table operations add PRIMARY KEY (organization_id, operation_id);

alter table organizations add CHECK ((ai_use_tree = ANY (ARRAY['occupation'::text, 'team'::text])));

alter table organizations add CHECK ((instruments <@ '{durable,mastery,ai_use}'::text[]));

alter table organizations add CHECK (((rating_retention_months >= 24) AND (rating_retention_months <= 240)));

alter table organizations add CHECK (((retention_months >= 6) AND (retention_months <= 120)));

alter table organizations add CHECK ((revision > 0));

alter table organizations add CHECK (((suppression_k >= 3) AND (suppression_k <= 50)));

alter table organizations add PRIMARY KEY (organization_id);

alter table overview_snapshots add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table overview_snapshots add PRIMARY KEY (organization_id, as_of, team_id);

alter table own_framework_drafts add CHECK (((published_as IS NULL) OR (published_at IS NOT NULL)));

alter table own_framework_drafts add CHECK ((instrument = ANY (ARRAY['durable'::text, 'ai_use'::text, 'mastery'::text])));

alter table own_framework_drafts add CHECK ((revision > 0));

alter table own_framework_drafts add CHECK ((soc ~ '^\d{2}-\d{4}\.\d{2}$'::text));

alter table own_framework_drafts add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table own_framework_drafts add FOREIGN KEY (organization_id, published_as) REFERENCES own_frameworks(organization_id, framework_id) ON DELETE CASCADE;

alter table own_framework_drafts add PRIMARY KEY (organization_id, draft_id);

alter table own_framework_levels add CHECK (((rank >= 1) AND (rank <= 4)));

alter table own_framework_levels add FOREIGN KEY (organization_id, framework_id) REFERENCES own_frameworks(organization_id, framework_id) ON DELETE CASCADE;

alter table own_framework_levels add PRIMARY KEY (organization_id, framework_id, rank);

alter table own_framework_statements add CHECK (((rank >= 1) AND (rank <= 4)));

alter table own_framework_statements add CHECK ((split = ANY (ARRAY['source'::text, 'restored'::text, 'unconfirmed'::text])));

alter table own_framework_statements add FOREIGN KEY (organization_id, framework_id) REFERENCES own_frameworks(organization_id, framework_id) ON DELETE CASCADE;

alter table own_framework_statements add PRIMARY KEY (organization_id, framework_id, statement_id);

alter table own_frameworks add CHECK ((instrument = ANY (ARRAY['durable'::text, 'ai_use'::text, 'mastery'::text])));

alter table own_frameworks add FOREIGN KEY (organization_id, soc) REFERENCES own_occupations(organization_id, soc);

alter table own_frameworks add FOREIGN KEY (organization_id, source_id) REFERENCES own_sources(organization_id, source_id);

alter table own_frameworks add PRIMARY KEY (organization_id, framework_id);

alter table own_frameworks add UNIQUE (organization_id, soc, instrument, version);

alter table own_occupation_anchors add FOREIGN KEY (organization_id, soc) REFERENCES own_occupations(organization_id, soc);

alter table own_occupation_anchors add FOREIGN KEY (organization_id, source_id) REFERENCES own_sources(organization_id, source_id);

alter table own_occupation_anchors add PRIMARY KEY (organization_id, soc, kind, "position");

alter table own_occupation_evidence add FOREIGN KEY (organization_id, soc) REFERENCES own_occupations(organization_id, soc);

alter table own_occupation_evidence add FOREIGN KEY (organization_id, source_id) REFERENCES own_sources(organization_id, source_id);

alter table own_occupation_evidence add PRIMARY KEY (organization_id, soc, source_key, release, measure);

alter table own_occupations add CHECK (((job_zone >= 1) AND (job_zone <= 5)));

alter table own_occupations add CHECK ((soc ~ '^\d{2}-\d{4}\.\d{2}$'::text));

alter table own_occupations add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table own_occupations add PRIMARY KEY (organization_id, soc);

alter table own_sources add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table own_sources add PRIMARY KEY (organization_id, source_id);

alter table own_standard_links add CHECK ((linked_by <> ''::text));

alter table own_standard_links add CHECK ((linked_by_user <> ''::text));

alter table own_standard_links add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table own_standard_links add PRIMARY KEY (organization_id, soc, urn, version);

alter table own_statement_citations add FOREIGN KEY (organization_id, framework_id, statement_id) REFERENCES own_framework_statements(organization_id, framework_id, statement_id) ON DELETE CASCADE;

alter table own_statement_citations add PRIMARY KEY (organization_id, framework_id, statement_id, "position");

alter table owned_fields add CHECK ((field = ANY (ARRAY['name'::text, 'email'::text, 'title'::text, 'team'::text, 'managerExternalId'::text, 'site'::text, 'occupations'::text, 'status'::text, 'kind'::text, 'startedOn'::text, 'endedOn'::text, 'available'::text])));

alter table owned_fields add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table owned_fields add PRIMARY KEY (organization_id, employee_id, field);

alter table person_figures add CHECK ((octet_length(facts) = 192));

alter table person_figures add CHECK (((role_band >= 1) AND (role_band <= 4)));

alter table person_figures add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table person_figures add PRIMARY KEY (organization_id, employee_id);

alter table person_overview add CHECK (((ai_attainment >= 0) AND (ai_attainment <= 12)));

alter table person_overview add CHECK (((assessed >= 0) AND (assessed <= 12)));

alter table person_overview add CHECK (((due >= 0) AND (due <= 12)));

alter table person_overview add CHECK ((strength_units >= 0));

alter table person_overview add CHECK (((with_target >= 0) AND (with_target <= 12)));

alter table person_overview add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table person_overview add PRIMARY KEY (organization_id, employee_id);

alter table position_candidates add CHECK ((move = ANY (ARRAY['sideways'::text, 'down'::text])));

alter table position_candidates add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table position_candidates add FOREIGN KEY (organization_id, position_id) REFERENCES positions(organization_id, position_id) ON DELETE CASCADE;

alter table position_candidates add PRIMARY KEY (organization_id, position_id, employee_id);

alter table position_horizons add CHECK ((horizon = ANY (ARRAY['under_1'::text, '1_to_3'::text, 'over_3'::text])));

alter table position_horizons add CHECK ((source = ANY (ARRAY['told'::text, 'contract_end'::text, 'planned_move'::text])));

alter table position_horizons add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table position_horizons add FOREIGN KEY (organization_id, position_id) REFERENCES positions(organization_id, position_id) ON DELETE CASCADE;

alter table position_horizons add PRIMARY KEY (organization_id, position_id);

alter table position_incumbents add CHECK ((valid_to > valid_from));

alter table position_incumbents add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table position_incumbents add FOREIGN KEY (organization_id, position_id) REFERENCES positions(organization_id, position_id) ON DELETE CASCADE;

alter table position_incumbents add PRIMARY KEY (organization_id, position_id, valid_from);

alter table position_pool_filters add CHECK ((kind = ANY (ARRAY['band'::text, 'occupation'::text, 'team'::text, 'site'::text])));

alter table position_pool_filters add FOREIGN KEY (organization_id, position_id) REFERENCES positions(organization_id, position_id) ON DELETE CASCADE;

alter table position_pool_filters add PRIMARY KEY (organization_id, position_id, kind, value);

alter table position_profiles add CHECK ((valid_to > valid_from));

alter table position_profiles add CHECK (((level >= 0) AND (level <= 4)));

alter table position_profiles add CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 1000)));

alter table position_profiles add CHECK (((weight >= 0) AND (weight <= 3)));

alter table position_profiles add FOREIGN KEY (organization_id, position_id) REFERENCES positions(organization_id, position_id) ON DELETE CASCADE;

alter table position_profiles add PRIMARY KEY (organization_id, position_id, dimension, valid_from);

alter table positions add CHECK (((char_length(external_id) >= 1) AND (char_length(external_id) <= 200)));

alter table positions add CHECK (((role_band >= 1) AND (role_band <= 4)));

alter table positions add CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)));

alter table positions add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table positions add FOREIGN KEY (organization_id, site_id) REFERENCES sites(organization_id, site_id);

alter table positions add FOREIGN KEY (organization_id, team_id) REFERENCES teams(organization_id, team_id);

alter table positions add PRIMARY KEY (organization_id, position_id);

alter table positions add UNIQUE (organization_id, external_id);

alter table privacy_versions add CHECK ((version > 0));

alter table privacy_versions add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table privacy_versions add PRIMARY KEY (organization_id, version);

alter table profiles add CHECK (((level >= 0) AND (level <= 4)));

alter table profiles add CHECK ((rater_kind = ANY (ARRAY['calibrated'::text, 'manager'::text, 'peer'::text, 'self'::text])));

alter table profiles add CHECK (((target >= 0) AND (target <= 4)));

alter table profiles add FOREIGN KEY (organization_id, employee_id) REFERENCES employees(organization_id, employee_id) ON DELETE CASCADE;

alter table profiles add PRIMARY KEY (organization_id, employee_id, dimension);

alter table ratings add CHECK (((level IS NOT NULL) OR ((unsure_on IS NOT NULL) AND (unsure_on = assessed_on))));

alter table ratings add CHECK (((level >= 0) AND (level <= 4)));

alter table ratings add CHECK ((revision > 0));

alter table ratings add FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments(organization_id, assessment_id) ON DELETE CASCADE;

alter table ratings add PRIMARY KEY (organization_id, assessment_id, dimension);

alter table reexpressed_ratings add CHECK (((level >= 0) AND (level <= 4)));

alter table reexpressed_ratings add FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments(organization_id, assessment_id) ON DELETE CASCADE;

alter table reexpressed_ratings add FOREIGN KEY (organization_id, reexpression_id) REFERENCES reexpressions(organization_id, reexpression_id) ON DELETE CASCADE;

alter table reexpressed_ratings add PRIMARY KEY (organization_id, reexpression_id, assessment_id, dimension);

alter table reexpressions add CHECK ((instrument = ANY (ARRAY['durable'::text, 'mastery'::text, 'ai_use'::text])));

alter table reexpressions add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table reexpressions add PRIMARY KEY (organization_id, reexpression_id);

alter table release_cuts add FOREIGN KEY (organization_id, release_id) REFERENCES releases(organization_id, release_id) ON DELETE CASCADE;

alter table release_cuts add PRIMARY KEY (organization_id, release_id, viewer_key);

alter table release_groups add FOREIGN KEY (organization_id, release_id) REFERENCES releases(organization_id, release_id) ON DELETE CASCADE;

alter table release_groups add PRIMARY KEY (organization_id, release_id, group_id);

alter table release_occupation_groups add CHECK (((exposure >= 0) AND (exposure <= 10000)));

alter table release_occupation_groups add FOREIGN KEY (organization_id, release_id) REFERENCES releases(organization_id, release_id) ON DELETE CASCADE;

alter table release_occupation_groups add PRIMARY KEY (organization_id, release_id, group_id);

alter table release_people add FOREIGN KEY (organization_id, release_id) REFERENCES releases(organization_id, release_id) ON DELETE CASCADE;

alter table release_people add PRIMARY KEY (organization_id, release_id, employee_id);

alter table release_viewers add FOREIGN KEY (organization_id, release_id, cut_key) REFERENCES release_cuts(organization_id, release_id, viewer_key) ON DELETE CASCADE;

alter table release_viewers add PRIMARY KEY (organization_id, release_id, viewer_key);

alter table releases add CHECK ((ai_use_tree = ANY (ARRAY['occupation'::text, 'team'::text])));

alter table releases add CHECK ((reason = ANY (ARRAY['first'::text, 'cycle_closed'::text, 'month_end'::text])));

alter table releases add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table releases add PRIMARY KEY (organization_id, release_id);

alter table releases add UNIQUE (organization_id, sequence);

alter table reworded_statements add CHECK ((confirmed_by <> ''::text));

alter table reworded_statements add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table reworded_statements add PRIMARY KEY (organization_id, from_statement_id, to_statement_id);

alter table saved_views add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));

alter table saved_views add CHECK ((char_length(search) <= 1000));

alter table saved_views add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table saved_views add PRIMARY KEY (organization_id, view_id);

alter table sites add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table sites add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table sites add PRIMARY KEY (organization_id, site_id);

alter table sites add UNIQUE (organization_id, name);

alter table soc_groups add CHECK ((code ~ '^\d{2}-\d{4}(\.\d{2})?$'::text));

alter table soc_groups add CHECK ((level = ANY (ARRAY['major'::text, 'minor'::text, 'broad'::text, 'detailed'::text, 'onet'::text])));

alter table soc_groups add FOREIGN KEY (source_id) REFERENCES source_sets(source_id) ON DELETE CASCADE;

alter table soc_groups add PRIMARY KEY (source_id, code);

alter table source_sets add FOREIGN KEY (source_id) REFERENCES sources(source_id);

alter table source_sets add PRIMARY KEY (source_id);

alter table source_sets add UNIQUE (kind, part, release);

alter table sources add PRIMARY KEY (source_id);

alter table standard_links add CHECK ((linked_by <> ''::text));

alter table standard_links add FOREIGN KEY (soc) REFERENCES occupations(soc);

alter table standard_links add FOREIGN KEY (urn, version) REFERENCES standards(urn, version);

alter table standard_links add PRIMARY KEY (soc, urn, version);

alter table standard_statements add CHECK ((kind = ANY (ARRAY['performance'::text, 'knowledge'::text])));

alter table standard_statements add CHECK ((number > 0));

alter table standard_statements add FOREIGN KEY (standard_id) REFERENCES standards(standard_id) ON DELETE CASCADE;

alter table standard_statements add PRIMARY KEY (standard_id, kind, number);

alter table standard_terms add FOREIGN KEY (standard_id) REFERENCES standards(standard_id) ON DELETE CASCADE;

alter table standard_terms add PRIMARY KEY (standard_id, "position");

alter table standards add CHECK ((urn ~ '^[A-Z][A-Z0-9&]{1,11}[0-9]{1,6}[A-Z]?$'::text));

alter table standards add FOREIGN KEY (source_id) REFERENCES sources(source_id);

alter table standards add PRIMARY KEY (standard_id);

alter table standards add UNIQUE (urn, version);

alter table statement_citations add FOREIGN KEY (framework_id, statement_id) REFERENCES framework_statements(framework_id, statement_id) ON DELETE CASCADE;

alter table statement_citations add PRIMARY KEY (framework_id, statement_id, "position");

alter table target_profiles add CHECK ((valid_to > valid_from));

alter table target_profiles add CHECK (((level >= 0) AND (level <= 4)));

alter table target_profiles add CHECK (((role_band >= 1) AND (role_band <= 4)));

alter table target_profiles add CHECK (((weight >= 0) AND (weight <= 3)));

alter table target_profiles add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table target_profiles add PRIMARY KEY (organization_id, soc, role_band, dimension, valid_from);

alter table task_keys add CHECK ((origin = ANY (ARRAY['onet'::text, 'aei'::text])));

alter table task_keys add PRIMARY KEY (origin, task_key, soc, task_id);

alter table team_parents add CHECK ((valid_to > valid_from));

alter table team_parents add CHECK ((parent_id IS DISTINCT FROM team_id));

alter table team_parents add FOREIGN KEY (organization_id, parent_id) REFERENCES teams(organization_id, team_id);

alter table team_parents add FOREIGN KEY (organization_id, team_id) REFERENCES teams(organization_id, team_id) ON DELETE CASCADE;

alter table team_parents add PRIMARY KEY (organization_id, team_id, valid_from);

alter table teams add CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table teams add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table teams add PRIMARY KEY (organization_id, team_id);

alter table ticked_statements add FOREIGN KEY (organization_id, assessment_id) REFERENCES assessments(organization_id, assessment_id) ON DELETE CASCADE;

alter table ticked_statements add PRIMARY KEY (organization_id, assessment_id, dimension, statement_id);

alter table title_mapping_occupations add CHECK (((role_band >= 1) AND (role_band <= 4)));

alter table title_mapping_occupations add CHECK (((share >= 1) AND (share <= 100)));

alter table title_mapping_occupations add FOREIGN KEY (organization_id, title_key) REFERENCES title_mappings(organization_id, title_key) ON DELETE CASCADE;

alter table title_mapping_occupations add PRIMARY KEY (organization_id, title_key, soc);

alter table title_mappings add CHECK ((confirmed_by <> ''::text));

alter table title_mappings add CHECK ((title_key <> ''::text));

alter table title_mappings add CHECK ((version > 0));

alter table title_mappings add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table title_mappings add PRIMARY KEY (organization_id, title_key);

alter table title_scores add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table title_scores add PRIMARY KEY (organization_id, title);

alter table upload_chunks add FOREIGN KEY (organization_id, upload_id) REFERENCES uploads(organization_id, upload_id) ON DELETE CASCADE;

alter table upload_chunks add PRIMARY KEY (organization_id, upload_id, "position");

alter table uploads add CHECK ((uploaded_by_kind = ANY (ARRAY['user'::text, 'token'::text, 'job'::text, 'operator'::text])));

alter table uploads add FOREIGN KEY (organization_id) REFERENCES organizations(organization_id) ON DELETE CASCADE;

alter table uploads add PRIMARY KEY (organization_id, upload_id);

-- indexes

CREATE INDEX ai_figures_subject ON public.ai_figures USING btree (source_id, subject_key) WHERE (subject_key IS NOT NULL);

CREATE INDEX assessments_cycle ON public.assessments USING btree (organization_id, cycle_id, employee_id);

CREATE INDEX assessments_employee ON public.assessments USING btree (organization_id, employee_id);

CREATE INDEX assessments_import ON public.assessments USING btree (organization_id, import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX assessments_rater ON public.assessments USING btree (organization_id, rater_id, cycle_id);

CREATE INDEX attempt_counters_paid ON auth.attempt_counters USING btree (paid_until);

CREATE INDEX audit_entries_action ON public.audit_entries USING btree (organization_id, action, sequence);

CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (organization_id, actor_id, sequence);

CREATE INDEX audit_entries_at ON public.audit_entries USING btree (organization_id, at);

CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (organization_id, subject_id, sequence);

CREATE INDEX audit_personal_values_person ON public.audit_personal_values USING btree (organization_id, person_id);

CREATE INDEX calibration_cases_person ON public.calibration_cases USING btree (organization_id, employee_id);

CREATE INDEX calibration_waiting_person ON public.calibration_waiting USING btree (organization_id, employee_id);

CREATE INDEX calibrations_person ON public.calibrations USING btree (organization_id, employee_id);

CREATE INDEX cip_soc_links_cip ON public.cip_soc_links USING btree (source_id, cip_code);

CREATE INDEX cip_soc_links_soc ON public.cip_soc_links USING btree (source_id, soc_code);

CREATE INDEX contests_assessment ON public.contests USING btree (organization_id, assessment_id);

CREATE INDEX contests_state ON public.contests USING btree (organization_id, state, opened_at);

CREATE INDEX cycle_letters_user ON auth.cycle_letters USING btree (user_id);

CREATE INDEX cycle_people_person ON public.cycle_people USING btree (organization_id, employee_id);

CREATE INDEX cycle_raters_rater ON public.cycle_raters USING btree (organization_id, rater_id, cycle_id);

CREATE INDEX data_changes_of ON cadre_private.data_changes USING btree (organization_id, transaction);

CREATE INDEX decisions_due ON public.decisions USING btree (organization_id, due_on);

CREATE INDEX employee_occupations_from ON public.employee_occupations USING btree (organization_id, valid_from);

CREATE INDEX employee_occupations_to ON public.employee_occupations USING btree (organization_id, valid_to);

CREATE INDEX employees_sort_name ON public.employees USING btree (organization_id, sort_name, employee_id);

CREATE INDEX employments_from ON public.employments USING btree (organization_id, valid_from);

CREATE INDEX employments_manager ON public.employments USING btree (organization_id, manager_id);

CREATE INDEX employments_team ON public.employments USING btree (organization_id, team_id);

CREATE INDEX employments_to ON public.employments USING btree (organization_id, valid_to);

CREATE INDEX evidence_file ON public.evidence USING btree (organization_id, file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX evidence_files_person ON public.evidence_files USING btree (organization_id, employee_id);

CREATE INDEX evidence_rating ON public.evidence USING btree (organization_id, assessment_id, dimension);

CREATE INDEX former_members_of ON public.former_members USING btree (organization_id, team_id);

CREATE INDEX former_members_user ON auth.former_members USING btree (user_id);

CREATE INDEX former_reports_of ON public.former_reports USING btree (organization_id, manager_id);

CREATE INDEX former_slugs_organization ON auth.former_slugs USING btree (organization_id);

CREATE INDEX former_team_parents_of ON public.former_team_parents USING btree (organization_id, parent_id);

CREATE INDEX group_requirement_teams_team ON public.group_requirement_teams USING btree (organization_id, team_id);

CREATE INDEX group_requirements_below ON public.group_requirements USING btree (organization_id, below_team_id) WHERE (below_team_id IS NOT NULL);

CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (organization_id, answered_at);

CREATE INDEX import_changes_age ON public.import_changes USING btree (organization_id, recorded_at);

CREATE INDEX import_changes_person ON public.import_changes USING btree (organization_id, employee_id);

CREATE INDEX imports_applied ON public.imports USING btree (organization_id, applied_at DESC);

CREATE INDEX imports_recent ON public.imports USING btree (organization_id, asked_at DESC);

CREATE INDEX known_sources_source ON auth.known_sources USING btree (source_key);

CREATE INDEX known_sources_used ON auth.known_sources USING btree (last_used_at);

CREATE INDEX mail_queue_about ON auth.mail_queue USING btree (organization_id, about_id) WHERE (about_id IS NOT NULL);

CREATE INDEX mail_queue_due ON auth.mail_queue USING btree (due_at) WHERE (state = 'waiting'::text);

CREATE INDEX mapping_confirmation_periods_employee ON public.mapping_confirmation_periods USING btree (organization_id, employee_id);

CREATE INDEX mapping_confirmations_recent ON public.mapping_confirmations USING btree (organization_id, confirmed_at DESC);

CREATE INDEX memberships_user ON auth.memberships USING btree (user_id);

CREATE INDEX observations_day ON public.observations USING btree (organization_id, observed_on DESC, observation_id);

CREATE INDEX observations_observer ON public.observations USING btree (organization_id, observer_id);

CREATE INDEX onet_profiles_soc ON public.onet_profiles USING btree (soc);

CREATE INDEX operations_recent ON public.operations USING btree (organization_id, requested_at DESC);

CREATE INDEX passkey_challenges_expiry ON auth.passkey_challenges USING btree (expires_at);

CREATE INDEX passkeys_user ON auth.passkeys USING btree (user_id);

CREATE INDEX person_figures_occupation ON public.person_figures USING btree (organization_id, soc);

CREATE INDEX person_figures_site ON public.person_figures USING btree (organization_id, site_id);

CREATE INDEX person_figures_team ON public.person_figures USING btree (organization_id, team_id);

CREATE INDEX person_figures_written ON public.person_figures USING btree (organization_id, written);

CREATE INDEX position_candidates_person ON public.position_candidates USING btree (organization_id, employee_id);

CREATE INDEX position_horizons_person ON public.position_horizons USING btree (organization_id, employee_id);

CREATE INDEX position_incumbents_past ON public.position_incumbents USING btree (organization_id, employee_id);

CREATE INDEX positions_team ON public.positions USING btree (organization_id, team_id);

CREATE INDEX profiles_ai_use ON public.profiles USING btree (organization_id, employee_id) INCLUDE (level, target, default_target) WHERE (dimension = 'ai_use'::text);

CREATE INDEX profiles_next_change ON public.profiles USING btree (organization_id, next_change_on);

CREATE INDEX ratings_employee ON public.ratings USING btree (organization_id, employee_id, dimension);

CREATE INDEX reexpressed_ratings_assessment ON public.reexpressed_ratings USING btree (organization_id, assessment_id);

CREATE INDEX sessions_user ON auth.sessions USING btree (user_id);

CREATE INDEX soc_groups_parent ON public.soc_groups USING btree (source_id, parent_code);

CREATE INDEX sso_identities_user ON auth.sso_identities USING btree (user_id);

CREATE INDEX sso_states_expires ON auth.sso_states USING btree (expires_at);

CREATE INDEX task_keys_soc ON public.task_keys USING btree (soc);

CREATE INDEX team_parents_children ON public.team_parents USING btree (organization_id, parent_id);

CREATE INDEX uploads_expiry ON public.uploads USING btree (organization_id, expires_at);

CREATE UNIQUE INDEX assessments_draft_key ON public.assessments USING btree (organization_id, employee_id, rater_kind, COALESCE(rater_id, '00000000-0000-0000-0000-000000000000'::uuid), COALESCE(cycle_id, '00000000-0000-0000-0000-000000000000'::uuid), soc) WHERE (state = 'draft'::text);

CREATE UNIQUE INDEX assessments_submitted_key ON public.assessments USING btree (organization_id, employee_id, rater_kind, COALESCE(rater_id, '00000000-0000-0000-0000-000000000000'::uuid), COALESCE(cycle_id, '00000000-0000-0000-0000-000000000000'::uuid), COALESCE(
CASE
    WHEN (cycle_id IS NULL) THEN assessed_on
    ELSE NULL::date
END, 'infinity'::date), soc) WHERE (state = 'submitted'::text);

CREATE UNIQUE INDEX calibrations_held ON public.calibrations USING btree (organization_id, cycle_id, employee_id, dimension) WHERE (replaced_at IS NULL);

CREATE UNIQUE INDEX contests_open ON public.contests USING btree (organization_id, employee_id, dimension) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX employees_email ON public.employees USING btree (organization_id, lower(email));

CREATE UNIQUE INDEX employees_user ON public.employees USING btree (organization_id, user_id);

CREATE UNIQUE INDEX evidence_observation ON public.evidence USING btree (organization_id, observation_id, assessment_id, dimension) WHERE (observation_id IS NOT NULL);

CREATE UNIQUE INDEX invitations_email ON auth.invitations USING btree (organization_id, lower(email));

CREATE UNIQUE INDEX k_lowerings_waiting ON public.k_lowerings USING btree (organization_id) WHERE (state = 'waiting'::text);

CREATE UNIQUE INDEX own_framework_drafts_published ON public.own_framework_drafts USING btree (organization_id, published_as) WHERE (published_as IS NOT NULL);

CREATE UNIQUE INDEX own_framework_drafts_version ON public.own_framework_drafts USING btree (organization_id, soc, instrument, version) WHERE (published_as IS NULL);

CREATE UNIQUE INDEX position_incumbents_person ON public.position_incumbents USING btree (organization_id, employee_id) WHERE (valid_to IS NULL);

CREATE UNIQUE INDEX reexpressions_applied ON public.reexpressions USING btree (organization_id, soc, instrument) WHERE (undone_at IS NULL);

CREATE UNIQUE INDEX saved_views_name ON public.saved_views USING btree (organization_id, saved_by, name) WHERE (saved_by <> 'erased'::text);

CREATE UNIQUE INDEX source_sets_live ON public.source_sets USING btree (kind, part) WHERE live;

CREATE UNIQUE INDEX users_email_key ON auth.users USING btree (lower(email));

-- row security

policy tenant on assessments using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on audit_entries using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on audit_personal_values using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on calibration_cases using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on calibration_waiting using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on calibrations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on capability_state using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on confirmed_splits using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on contests using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on cycle_people using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on cycle_raters using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on cycle_reminders using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on cycles using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on decisions using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on dirty_people using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on dirty_teams using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on employee_occupations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on employees using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on employments using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on evidence using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on evidence_files using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on former_members using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on former_reports using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on former_team_parents using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on group_requirement_teams using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on group_requirements using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on heatmap_cells using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on idempotency_keys using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on import_changes using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on import_layouts using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on import_lines using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on import_rows using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on imports using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on k_lowerings using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on mapped_occupations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on mapping_confirmation_periods using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on mapping_confirmations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on observations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on operations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on organizations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on overview_snapshots using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_framework_drafts using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_framework_levels using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_framework_statements using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_frameworks using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_occupation_anchors using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_occupation_evidence using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_occupations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_sources using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_standard_links using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on own_statement_citations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on owned_fields using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on person_figures using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on person_overview using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on position_candidates using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on position_horizons using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on position_incumbents using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on position_pool_filters using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on position_profiles using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on positions using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on privacy_versions using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on profiles using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on ratings using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on reexpressed_ratings using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on reexpressions using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on release_cuts using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on release_groups using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on release_occupation_groups using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on release_people using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on release_viewers using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on releases using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on reworded_statements using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on saved_views using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on sites using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on target_profiles using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on team_parents using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on teams using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on ticked_statements using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on title_mapping_occupations using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on title_mappings using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on title_scores using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on upload_chunks using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

policy tenant on uploads using (organization_id = ( SELECT current_organization_id() AS current_organization_id)) with check (organization_id = ( SELECT current_organization_id() AS current_organization_id)) (forced);

-- grants

grant SELECT on ai_figures to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on assessments to cadre_app;

grant SELECT on audit_entries to cadre_app;

grant SELECT on audit_personal_values to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on auth.api_tokens to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.attempt_counters to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.cycle_letters to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.cycle_notices to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.former_members to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.former_slugs to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.invitations to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.known_sources to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.mail_queue to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.memberships to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.operators to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.organization_directory to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.passkey_challenges to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.passkeys to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.password_resets to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.recovery_codes to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.sessions to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.sign_ups to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.sso_connections to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.sso_domains to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.sso_identities to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.sso_states to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.totp_secrets to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.totp_set_ups to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on auth.users to cadre_auth;

grant DELETE, INSERT, SELECT, UPDATE on calibration_cases to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on calibration_waiting to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on calibrations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on capability_state to cadre_app;

grant SELECT on cip_codes to cadre_app;

grant SELECT on cip_soc_links to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on confirmed_splits to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on contests to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on cycle_people to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on cycle_raters to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on cycle_reminders to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on cycles to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on decisions to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on dirty_people to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on dirty_teams to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on employee_occupations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on employees to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on employments to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on evidence to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on evidence_files to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on former_members to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on former_reports to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on former_team_parents to cadre_app;

grant SELECT on framework_levels to cadre_app;

grant SELECT on framework_statements to cadre_app;

grant SELECT on frameworks to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on group_requirement_teams to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on group_requirements to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on heatmap_cells to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on idempotency_keys to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on import_changes to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on import_layouts to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on import_lines to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on import_rows to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on imports to cadre_app;

grant INSERT, SELECT, UPDATE on k_lowerings to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on mapped_occupations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on mapping_confirmation_periods to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on mapping_confirmations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on observations to cadre_app;

grant SELECT on occupation_anchors to cadre_app;

grant SELECT on occupation_evidence to cadre_app;

grant SELECT on occupations to cadre_app;

grant SELECT on onet_elements to cadre_app;

grant SELECT on onet_job_zone_names to cadre_app;

grant SELECT on onet_job_zones to cadre_app;

grant SELECT on onet_loads to cadre_app;

grant SELECT on onet_occupations to cadre_app;

grant SELECT on onet_other_rows to cadre_app;

grant SELECT on onet_profile_entries to cadre_app;

grant SELECT on onet_profiles to cadre_app;

grant SELECT on onet_ratings to cadre_app;

grant SELECT on onet_related to cadre_app;

grant SELECT on onet_scales to cadre_app;

grant SELECT on onet_tables to cadre_app;

grant SELECT on onet_task_ratings to cadre_app;

grant SELECT on onet_tasks to cadre_app;

grant SELECT on onet_technology to cadre_app;

grant SELECT on onet_titles to cadre_app;

grant SELECT on onet_tools to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on operations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on organizations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on overview_snapshots to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_framework_drafts to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_framework_levels to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_framework_statements to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_frameworks to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_occupation_anchors to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_occupation_evidence to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_occupations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_sources to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_standard_links to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on own_statement_citations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on owned_fields to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on person_figures to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on person_overview to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on position_candidates to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on position_horizons to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on position_incumbents to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on position_pool_filters to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on position_profiles to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on positions to cadre_app;

grant INSERT, SELECT on privacy_versions to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on profiles to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on ratings to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on reexpressed_ratings to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on reexpressions to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on release_cuts to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on release_groups to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on release_occupation_groups to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on release_people to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on release_viewers to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on releases to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on reworded_statements to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on saved_views to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on sites to cadre_app;

grant SELECT on soc_groups to cadre_app;

grant SELECT on source_sets to cadre_app;

grant SELECT on sources to cadre_app;

grant SELECT on standard_links to cadre_app;

grant SELECT on standard_statements to cadre_app;

grant SELECT on standard_terms to cadre_app;

grant SELECT on standards to cadre_app;

grant SELECT on statement_citations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on target_profiles to cadre_app;

grant SELECT on task_keys to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on team_parents to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on teams to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on ticked_statements to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on title_mapping_occupations to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on title_mappings to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on title_scores to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on upload_chunks to cadre_app;

grant DELETE, INSERT, SELECT, UPDATE on uploads to cadre_app;

-- grants of single columns

grant UPDATE (published_by) on privacy_versions to cadre_app;

-- functions

CREATE OR REPLACE FUNCTION public.append_audit(actor_kind text, actor_id text, action text, subject_kind text, subject_id text, details text, personal jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
#variable_conflict use_variable
declare
  organization uuid := public.current_organization_id();
  head record;
  next_sequence bigint;
  next_at timestamptz(3);
  item record;
  salt bytea;
  commitments text[] := '{}';
  previous bytea;
begin
  if organization is null then
    raise exception 'append_audit needs an organization' using errcode = 'insufficient_privilege';
  end if;
  -- A snapshot of the whole transaction would not see the head that another one wrote before it gave the lock on.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append_audit needs read committed' using errcode = 'invalid_transaction_state';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit:' || organization::text, 0));
  select e.sequence, e.at, e.hash into head from public.audit_entries e
   where e.organization_id = organization order by e.sequence desc limit 1;
  next_sequence := coalesce(head.sequence, 0) + 1;
  next_at := greatest(date_trunc('milliseconds', clock_timestamp()), head.at);
  previous := coalesce(head.hash, decode(repeat('00', 32), 'hex'));
  for item in select p.name, p.person, p.value from jsonb_to_recordset(personal) as p(name text, person uuid, value text) loop
    salt := extensions.gen_random_bytes(16);
    commitments := commitments
      || (item.name || '=' || encode(sha256(salt || convert_to(item.value, 'UTF8')), 'hex'));
    insert into public.audit_personal_values (organization_id, sequence, name, person_id, salt, value)
    values (organization, next_sequence, item.name, item.person, salt, item.value);
  end loop;
  insert into public.audit_entries (organization_id, sequence, at, actor_kind, actor_id, action, subject_kind,
                                    subject_id, details, commitments, previous_hash, hash)
  values (organization, next_sequence, next_at, actor_kind, actor_id, action, subject_kind, subject_id,
          details::json, commitments, previous,
          sha256(cadre_private.audit_bytes(organization, next_sequence, next_at,
            array[actor_kind, actor_id, action, subject_kind, subject_id, details], commitments, previous)));
  return next_sequence;
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION auth.append_audit(actor_kind text, actor_id text, action text, subject_kind text, subject_id text, details text, personal jsonb)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select public.append_audit(actor_kind, actor_id, action, subject_kind, subject_id, details, personal)
$function$

-- execute: cadre_auth
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION auth.ask_for_mails(delay_seconds integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(
    'send-mails',
    payload := '{}'::json,
    run_at := now() + make_interval(secs => delay_seconds),
    max_attempts := 25,
    job_key := case when delay_seconds = 0 then 'send-mails' else 'send-mails:later' end
  );
end
$function$

-- execute: cadre_auth
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION auth.delete_private_views(member text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from public.saved_views v
   where v.organization_id = public.current_organization_id() and v.saved_by = member and not v.shared
$function$

-- execute: cadre_auth
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION auth.enqueue_job(task text, payload jsonb, key text, delay_seconds integer DEFAULT 0)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select public.enqueue_job(task, payload, key, delay_seconds)
$function$

-- execute: cadre_auth
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION auth.forget_changes()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  horizon cadre_private.change_horizons;
begin
  delete from cadre_private.change_horizons h
   where pg_snapshot_xmax(h.snapshot) > pg_snapshot_xmax(pg_current_snapshot());
  select * into horizon from cadre_private.change_horizons h
   where h.taken_at < clock_timestamp() - interval '20 minutes' order by h.taken_at desc limit 1;
  delete from cadre_private.data_changes c
   where pg_visible_in_snapshot(c.transaction, horizon.snapshot)
      or c.transaction >= pg_snapshot_xmax(pg_current_snapshot())
      or c.noted_at < clock_timestamp() - interval '1 day';
  delete from cadre_private.change_horizons h where h.taken_at < horizon.taken_at;
  insert into cadre_private.change_horizons (snapshot) values (pg_current_snapshot());
end
$function$

-- execute: cadre_auth
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION auth.queue_metrics()
 RETURNS TABLE(kind text, waiting integer, running integer, failing integer, failed integer, oldest_seconds double precision)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return query
    select t.identifier,
           count(*) filter (where j.locked_by is null and j.attempts < j.max_attempts and j.last_error is null)::integer,
           count(*) filter (where j.locked_by is not null)::integer,
           count(*) filter (where j.locked_by is null and j.attempts < j.max_attempts and j.last_error is not null)::integer,
           count(*) filter (where j.locked_by is null and j.attempts >= j.max_attempts)::integer,
           greatest(0, coalesce(extract(epoch from clock_timestamp() - min(j.created_at)
             filter (where j.locked_by is not null or j.attempts < j.max_attempts)), 0))::double precision
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     group by t.identifier
     order by t.identifier;
end
$function$

-- execute: cadre_auth
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION auth.readiness()
 RETURNS TABLE(migrations text[], worker_seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (select array_agg(name order by name) from cadre_private.migrations),
         (select max(seen_at) from cadre_private.worker_heartbeats)
$function$

-- execute: cadre_auth
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION cadre_private.audit_bytes(organization uuid, sequence bigint, at timestamp with time zone, texts text[], commitments text[], previous_hash bytea)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select convert_to('cadre.audit.1', 'UTF8') || uuid_send(organization) || int8send(sequence)
      || int8send((extract(epoch from at) * 1000)::bigint)
      || int4send(coalesce(array_length(texts, 1), 0)) || coalesce((
        select string_agg(int4send(octet_length(convert_to(t, 'UTF8'))) || convert_to(t, 'UTF8'), ''::bytea order by n)
          from unnest(texts) with ordinality as u(t, n)), ''::bytea)
      || int4send(coalesce(array_length(commitments, 1), 0)) || coalesce((
        select string_agg(int4send(octet_length(convert_to(t, 'UTF8'))) || convert_to(t, 'UTF8'), ''::bytea order by n)
          from unnest(commitments) with ordinality as u(t, n)), ''::bytea)
      || previous_hash
$function$

-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION cadre_private.note_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  organization uuid;
begin
  -- An earlier note of this number is of another server's transactions, which a copy of the database brought along.
  if exists (
    select from cadre_private.data_changes c where c.transaction = pg_current_xact_id() and c.noted_at >= now()
  ) then return null; end if;
  organization := public.current_organization_id();
  -- Nothing is noted of an organization that was removed: what jobs of it still try finds no row, and leaves no id.
  insert into cadre_private.data_changes (transaction, organization_id)
    select pg_current_xact_id(), coalesce(organization, '00000000-0000-0000-0000-000000000000'::uuid)
     where organization is null
        or exists (select from public.organizations o where o.organization_id = organization)
    on conflict do nothing;
  return null;
end
$function$

-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION cadre_private.protect_tenant_table(target regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (organization_id = (select public.current_organization_id())) '
    'with check (organization_id = (select public.current_organization_id()))', target);
  execute format('grant select, insert, update, delete on %s to cadre_app', target);
  perform cadre_private.watch_table(target);
end
$function$

-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION cadre_private.watch_table(target regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  execute format(
    'create trigger note_change after insert or update or delete or truncate on %s '
    'for each statement execute function cadre_private.note_change()', target);
end
$function$
;

CREATE OR REPLACE FUNCTION public.changed_since(since pg_snapshot)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return exists (
    select from cadre_private.data_changes c
     where c.organization_id in (public.current_organization_id(), '00000000-0000-0000-0000-000000000000'::uuid)
       and c.transaction >= pg_snapshot_xmin(since)
       and not pg_visible_in_snapshot(c.transaction, since)
  );
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.current_organization_id()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  raw text := nullif(current_setting('app.tenant', true), '');
  parts text[];
  secret_key bytea;
begin
  if raw is null then return null; end if;
  parts := string_to_array(raw, '.');
  if array_length(parts, 1) is distinct from 5 then return null; end if;
  if parts[3] is distinct from pg_backend_pid()::text then return null; end if;
  if parts[4] !~ '^[0-9]{1,12}$' or parts[4]::bigint < extract(epoch from clock_timestamp()) then return null; end if;
  select secret into secret_key from cadre_private.tenant_keys where key_id = parts[1];
  if secret_key is null then return null; end if;
  if encode(extensions.hmac(convert_to(array_to_string(parts[1:4], '.'), 'UTF8'), secret_key, 'sha256'), 'hex')
     is distinct from parts[5] then return null; end if;
  return parts[2]::uuid;
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.drop_own_failed_jobs(task text)
 RETURNS TABLE(operation_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  organization text := public.current_organization_id()::text;
begin
  return query
    delete from graphile_worker._private_jobs j
     using graphile_worker._private_tasks t
     where t.id = j.task_id
       and t.identifier = task
       and j.payload ->> 'organizationId' = organization
       and j.locked_by is null
       and j.attempts >= j.max_attempts
    returning (j.payload -> 'payload' ->> 'operationId')::uuid;
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload jsonb, key text, delay_seconds integer DEFAULT 0)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  organization uuid := public.current_organization_id();
begin
  if organization is null then
    raise exception 'enqueue_job needs an organization' using errcode = 'insufficient_privilege';
  end if;
  perform from public.organizations o where o.organization_id = organization for key share;
  if not found then return; end if;
  perform graphile_worker.add_job(
    task,
    payload := jsonb_build_object('organizationId', organization, 'payload', payload)::json,
    queue_name := case
      when task in ('refresh-capability', 'make-release', 'erase-person')
      then 'figures:' || organization::text end,
    run_at := now() + make_interval(secs => delay_seconds),
    max_attempts := 25,
    job_key := case when key is null then null else task || ':' || organization::text || ':' || key end,
    priority := 0,
    flags := null,
    job_key_mode := 'preserve_run_at'
  );
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.erase_audit_values(person uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  erased integer;
begin
  delete from public.audit_personal_values v
   where v.organization_id = public.current_organization_id() and v.person_id = person;
  get diagnostics erased = row_count;
  return erased;
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.hold_job(job bigint, worker text, attempt integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held boolean;
begin
  select true into held from graphile_worker._private_jobs where id = job and locked_by = worker and attempts = attempt for share;
  return coalesce(held, false);
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.job_status(task text)
 RETURNS TABLE(waiting integer, failing integer, oldest_run_at timestamp with time zone, last_error text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return query
    select count(*) filter (where j.attempts = 0)::integer,
           count(*) filter (where j.last_error is not null)::integer,
           min(j.run_at),
           null::text
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = task
       and j.payload ->> 'organizationId' = public.current_organization_id()::text;
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.own_figure_jobs(most integer)
 RETURNS TABLE(kind text, state text, asked_at timestamp with time zone, next_at timestamp with time zone, attempts integer, max_attempts integer, reason text, operation_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  organization text := public.current_organization_id()::text;
begin
  return query
    select own.identifier,
           own.standing,
           own.created_at,
           own.run_at,
           own.attempts::integer,
           own.max_attempts::integer,
           own.last_error,
           null::uuid
      from (
        select t.identifier, j.*,
               case when j.locked_by is not null then 'running'
                    when j.attempts >= j.max_attempts then 'failed'
                    when j.last_error is not null then 'failing'
                    else 'waiting' end as standing
          from graphile_worker._private_tasks t
          join graphile_worker._private_jobs j
            on j.task_id = t.id and j.payload ->> 'organizationId' = organization
         where t.identifier in ('refresh-capability', 'make-release', 'prepare-release-cuts')
            or (t.identifier = 'erase-person' and j.locked_by is not null)
      ) own
     order by array_position(array['running', 'failing', 'waiting', 'failed'], own.standing), own.created_at, own.id
     limit most;
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.own_jobs(most integer)
 RETURNS TABLE(kind text, state text, asked_at timestamp with time zone, next_at timestamp with time zone, attempts integer, max_attempts integer, reason text, operation_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  organization text := public.current_organization_id()::text;
begin
  return query
    select own.identifier,
           own.standing,
           own.created_at,
           own.run_at,
           own.attempts::integer,
           own.max_attempts::integer,
           own.last_error,
           (own.payload -> 'payload' ->> 'operationId')::uuid
      from (
        select t.identifier, j.*,
               case when j.locked_by is not null then 'running'
                    when j.attempts >= j.max_attempts then 'failed'
                    when j.last_error is not null then 'failing'
                    else 'waiting' end as standing
          from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id
         where j.payload ->> 'organizationId' = organization
      ) own
     order by own.standing in ('failed', 'failing')
                and own.identifier in ('refresh-capability', 'make-release', 'prepare-release-cuts') desc,
              array_position(array['failed', 'failing', 'running', 'waiting'], own.standing), own.created_at, own.id
     limit most;
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;

CREATE OR REPLACE FUNCTION public.retry_own_jobs(task text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  changed integer;
begin
  update graphile_worker._private_jobs j
     set run_at = now(),
         max_attempts = case when j.attempts >= j.max_attempts then j.attempts + 5 else j.max_attempts end,
         updated_at = now()
    from graphile_worker._private_tasks t
   where t.id = j.task_id
     and t.identifier = task
     and j.payload ->> 'organizationId' = public.current_organization_id()::text
     and j.locked_by is null
     and (j.last_error is not null or j.attempts >= j.max_attempts);
  get diagnostics changed = row_count;
  if changed > 0 then perform pg_notify('jobs:insert', '{"r":1,"count":1}'); end if;
  return changed;
end
$function$

-- execute: cadre_app
-- execute: cadre_owner;
