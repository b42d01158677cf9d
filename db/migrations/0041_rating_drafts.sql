-- Drafts that are saved cell by cell, and assessments that their rater withdraws.
alter table public.assessments
  -- Counts the changes of a draft: each changed cell takes the new count as its revision, so that none comes twice.
  add column draft_changes integer not null default 0 check (draft_changes >= 0),
  add column withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 1000),
  add column withdrawn_at timestamptz;

-- What the browser called the save that a draft's cell holds: sent again, it changes nothing. Null: not of this draft.
alter table public.ratings add column saved_key uuid;
