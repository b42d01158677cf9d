-- Sessions say how they were begun and when they were last used; invitations; letters that wait to be sent.
alter table auth.sessions
  -- A session that still waits for a second factor opens nothing.
  add column stage text not null default 'full' check (stage in ('full', 'second_factor')),
  add column method text not null default 'password' check (method in ('password', 'passkey', 'sso')),
  add column last_seen_at timestamptz not null default now(),
  -- What the browser said it is, for the list of one's sessions.
  add column user_agent text not null default '' check (char_length(user_agent) <= 200);

-- Deleted when it is accepted or taken back: a link is good once. The audit log keeps what happened.
create table auth.invitations (
  invitation_id uuid primary key,
  organization_id uuid not null references auth.organization_directory on delete cascade,
  email text not null check (char_length(email) between 3 and 320),
  role text not null check (role in ('owner', 'admin', 'hr_partner', 'director', 'executive', 'employee')),
  team_scope uuid[] not null default '{}',
  -- SHA-256 of the link's token, hexadecimal; null until the letter is about to be sent.
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- Null: the operator at the command line.
  invited_by uuid references auth.users on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create unique index invitations_email on auth.invitations (organization_id, lower(email));

-- Letters that wait: what about and to whom, by id. Address, words and token are put in when one is sent; a letter that
-- was sent is deleted. sending: a worker has it; one that died over it leaves it so, because it may have gone out.
create table auth.mail_queue (
  mail_id uuid primary key,
  kind text not null check (kind in ('invitation', 'member-changed', 'member-removed')),
  organization_id uuid not null references auth.organization_directory on delete cascade,
  -- The invitation or the user.
  subject_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'given_up')),
  attempts smallint not null default 0,
  due_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index mail_queue_due on auth.mail_queue (due_at) where state = 'waiting';

grant select, insert, update, delete on auth.invitations, auth.mail_queue to cadre_auth;

-- The same as in the schema public, for transactions of members that carry the signed setting: a change of rights, its
-- entry in the log and its jobs are kept together or not at all.
create function auth.append_audit(
  actor_kind text, actor_id text, action text, subject_kind text, subject_id text, details text, personal jsonb
) returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  select public.append_audit(actor_kind, actor_id, action, subject_kind, subject_id, details, personal)
$$;
revoke all on function auth.append_audit(text, text, text, text, text, text, jsonb) from public;
grant execute on function auth.append_audit(text, text, text, text, text, text, jsonb) to cadre_auth;

create function auth.enqueue_job(task text, payload jsonb, key text, delay_seconds integer default 0) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  select public.enqueue_job(task, payload, key, delay_seconds)
$$;
revoke all on function auth.enqueue_job(text, jsonb, text, integer) from public;
grant execute on function auth.enqueue_job(text, jsonb, text, integer) to cadre_auth;

-- Asks the worker to send what waits.
create function auth.ask_for_mails(delay_seconds integer) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(
    'send-mails',
    payload := '{}'::json,
    run_at := now() + make_interval(secs => delay_seconds),
    max_attempts := 25,
    job_key := case when delay_seconds = 0 then 'send-mails' else 'send-mails:later' end
  );
end
$$;
revoke all on function auth.ask_for_mails(integer) from public;
grant execute on function auth.ask_for_mails(integer) to cadre_auth;
