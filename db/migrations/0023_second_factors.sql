-- A new authenticator app is proposed until its first right code; the app before it counts until then.
create table auth.totp_set_ups (
  user_id uuid primary key references auth.users on delete cascade,
  -- Sealed (app/sealing.server.ts).
  sealed_secret text not null,
  created_at timestamptz not null default now()
);
create index passkey_challenges_expiry on auth.passkey_challenges (expires_at);

grant select, insert, update, delete on auth.totp_set_ups to cadre_auth;
