-- When the rights of a membership last changed: a session that began before proves again who it is before it opens
-- this organization; those of other organizations stay open to it.
alter table auth.memberships add column rights_changed_at timestamptz;

-- What was proved beside the password; null: nothing. A passkey that was all of the sign-in is the method.
alter table auth.sessions
  add column second_factor text check (second_factor in ('app', 'recovery_code', 'passkey')),
  add constraint sessions_second_factor check (second_factor is null or method = 'password');
