-- Running a cycle: whose it is, and letters about it with a link that stops them.
alter table public.cycles
  -- The teams of the director whose cycle it is, with all beneath them; empty: the organization's.
  add column team_scope uuid[] not null default '{}';

-- What letters about a cycle say of it: they are written by a role that reads nothing of an organization.
create table auth.cycle_notices (
  organization_id uuid not null references auth.organization_directory on delete cascade,
  cycle_id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  purpose text check (char_length(purpose) between 1 and 2000),
  closes_on date not null,
  primary key (organization_id, cycle_id)
);

-- One letter to one person, of one day at most.
create table auth.cycle_letters (
  letter_id uuid primary key,
  organization_id uuid not null,
  cycle_id uuid not null,
  user_id uuid not null references auth.users on delete cascade,
  sent_on date not null,
  -- Whether the reader is rated, and whom the reader is asked to rate: how many.
  is_rated boolean not null,
  owed integer not null check (owed >= 0),
  closes_on date not null,
  -- SHA-256 of the secret in the link that stops them, hexadecimal; null until the letter is about to be sent.
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  -- When the reader said, by the link of this letter, to want no more of this cycle.
  stopped_at timestamptz,
  unique (organization_id, cycle_id, user_id, sent_on),
  foreign key (organization_id, cycle_id) references auth.cycle_notices on delete cascade
);
create index cycle_letters_user on auth.cycle_letters (user_id);

grant select, insert, update, delete on auth.cycle_notices, auth.cycle_letters to cadre_auth;

-- Stop links are of letters, and so are kept with them.
alter table public.cycle_reminders drop column stop_hash, drop column stopped_at;

alter table auth.mail_queue
  drop constraint mail_queue_kind_check,
  add constraint mail_queue_kind_check check (kind in (
    'invitation', 'member-changed', 'member-removed', 'sso-connected',
    'sign-up', 'sign-up-known', 'password-reset', 'password-changed', 'second-factor-changed',
    'contest-opened', 'contest-answered', 'cycle-opened', 'cycle-reminder'
  ));
