-- A person contests a rating of their own, or the level of a dimension; somebody else answers.
create table public.contests (
  organization_id uuid not null default current_organization_id(),
  contest_id uuid not null,
  employee_id uuid not null,
  dimension text not null,
  -- The rating that is contested; of peers one for all of them. Null: the level, whatever it rests on.
  assessment_id uuid,
  statement text not null check (char_length(statement) between 1 and 2000),
  -- upheld: the rating stays; corrected: see remedy; withdrawn: taken back by the person.
  state text not null default 'open' check (state in ('open', 'upheld', 'corrected', 'withdrawn')),
  -- reassess: another assessment is asked for; withdraw: the rating is withdrawn.
  remedy text check (remedy in ('reassess', 'withdraw')),
  answer text check (char_length(answer) between 1 and 2000),
  -- Id of the user.
  answered_by text,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (organization_id, contest_id),
  foreign key (organization_id, employee_id) references public.employees on delete cascade,
  foreign key (organization_id, assessment_id) references public.assessments on delete set null (assessment_id),
  check (remedy is null or state = 'corrected'),
  check ((state = 'open') = (ended_at is null)),
  check (state not in ('upheld', 'corrected') or (answer is not null and answered_by is not null))
);
create unique index contests_open on public.contests (organization_id, employee_id, dimension) where state = 'open';
create index contests_assessment on public.contests (organization_id, assessment_id);
create index contests_state on public.contests (organization_id, state, opened_at);

select cadre_private.protect_tenant_table('public.contests');

-- Letters that a rating was contested, and that the contest is answered.
alter table auth.mail_queue
  drop constraint mail_queue_kind_check,
  add constraint mail_queue_kind_check check (kind in (
    'invitation', 'member-changed', 'member-removed', 'sso-connected',
    'sign-up', 'sign-up-known', 'password-reset', 'password-changed', 'second-factor-changed',
    'contest-opened', 'contest-answered'
  ));
