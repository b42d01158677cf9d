-- The audit log: one chain of entries for each organization, written by one function and changed by nobody (security.md
-- 1.18). No cascade from organizations: the runtime role may delete that row, and must not take the log along.
create table public.audit_entries (
  organization_id uuid not null default current_organization_id() references public.organizations,
  -- From 1, without a gap.
  sequence bigint not null check (sequence > 0),
  -- Never before the entry in front of it.
  at timestamptz(3) not null,
  actor_kind text not null check (actor_kind in ('user', 'token', 'job', 'operator')),
  actor_id text not null check (char_length(actor_id) between 1 and 200),
  action text not null check (action ~ '^[a-z]+\.[a-z_]+$'),
  subject_kind text not null check (subject_kind ~ '^[a-z_]+$'),
  subject_id text not null check (char_length(subject_id) between 1 and 200),
  -- Ids, names of fields, settings before and after; json, not jsonb: the hash is over these very bytes.
  details json not null check (json_typeof(details) = 'object' and octet_length(details::text) <= 262144),
  -- `name=hash` of each personal value of the entry (audit_personal_values).
  commitments text[] not null,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (organization_id, sequence)
);
create index audit_entries_at on public.audit_entries (organization_id, at);
create index audit_entries_action on public.audit_entries (organization_id, action, sequence);
create index audit_entries_actor on public.audit_entries (organization_id, actor_id, sequence);
create index audit_entries_subject on public.audit_entries (organization_id, subject_id, sequence);

-- Values about a person that an entry commits to, with the salt of the commitment. Erasure deletes both: what stays in
-- the chain is a hash that nobody can guess a value for.
create table public.audit_personal_values (
  organization_id uuid not null default current_organization_id() references public.organizations,
  sequence bigint not null,
  name text not null check (name ~ '^[a-z][a-z_.]*$'),
  person_id uuid not null,
  salt bytea not null check (octet_length(salt) = 16),
  value text not null,
  primary key (organization_id, sequence, name)
);
create index audit_personal_values_person on public.audit_personal_values (organization_id, person_id);

select cadre_private.protect_tenant_table(name::regclass)
  from unnest(array['public.audit_entries', 'public.audit_personal_values']) as name;
revoke insert, update, delete on public.audit_entries, public.audit_personal_values from cadre_app;

-- The bytes that an entry's hash is over; domain/audit/entry-bytes.ts makes the same. Every text stands behind its
-- length, so that no two entries have the same bytes.
create function cadre_private.audit_bytes(
  organization uuid, sequence bigint, at timestamptz, texts text[], commitments text[], previous_hash bytea
) returns bytea
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select convert_to('cadre.audit.1', 'UTF8') || uuid_send(organization) || int8send(sequence)
      || int8send((extract(epoch from at) * 1000)::bigint)
      || int4send(coalesce(array_length(texts, 1), 0)) || coalesce((
        select string_agg(int4send(octet_length(convert_to(t, 'UTF8'))) || convert_to(t, 'UTF8'), ''::bytea order by n)
          from unnest(texts) with ordinality as u(t, n)), ''::bytea)
      || int4send(coalesce(array_length(commitments, 1), 0)) || coalesce((
        select string_agg(int4send(octet_length(convert_to(t, 'UTF8'))) || convert_to(t, 'UTF8'), ''::bytea order by n)
          from unnest(commitments) with ordinality as u(t, n)), ''::bytea)
      || previous_hash
$$;
revoke all on function cadre_private.audit_bytes(uuid, bigint, timestamptz, text[], text[], bytea) from public;

-- Appends an entry for the organization of this transaction, never for one named by an argument; number, moment and
-- hashes are made here. The lock is held to the end of the transaction, so it is to be the last thing that one does.
-- `personal`: array of { name, person, value }.
create function public.append_audit(
  actor_kind text, actor_id text, action text, subject_kind text, subject_id text, details text, personal jsonb
) returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
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
$$;
revoke all on function public.append_audit(text, text, text, text, text, text, jsonb) from public;
grant execute on function public.append_audit(text, text, text, text, text, text, jsonb) to cadre_app;

-- Erasure of a person: the values and salts go, the chain stays as it is. Gives back how many.
create function public.erase_audit_values(person uuid) returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  erased integer;
begin
  delete from public.audit_personal_values v
   where v.organization_id = public.current_organization_id() and v.person_id = person;
  get diagnostics erased = row_count;
  return erased;
end
$$;
revoke all on function public.erase_audit_values(uuid) from public;
grant execute on function public.erase_audit_values(uuid) to cadre_app;
