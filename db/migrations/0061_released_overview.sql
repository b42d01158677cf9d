-- What a release freezes besides: what the overview's released figures are made of (method.md 9, 12), and the method that
-- it was computed by. A release from before has none of it, and releases no such figure.
alter table public.releases
  -- Requirements on teams, written and implied: [{"groupId", "dimension" (index), "level"}].
  add column requirements jsonb,
  -- Constants of the method, as capability/domain/constants.ts names them.
  add column constants jsonb;
alter table public.release_people
  -- By dimension: the level that the person held (method.md 5), null: nobody to count on.
  add column holds smallint[],
  -- By dimension: strength units of what has a target, null: no target.
  add column strengths bigint[],
  -- Pairs of ratings of the quarter, rises, falls and net change.
  add column moves smallint[];
