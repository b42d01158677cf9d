interface Named {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** Who acted, for people: the name of a user or token, or what else acts. */
export function nameActor(
  actor: { readonly kind: string; readonly id: string },
  names: readonly Named[],
): string {
  if (actor.kind === 'job') return 'Background job';
  if (actor.kind === 'operator') return 'Operator';
  const known = names.find(({ kind, id }) => kind === actor.kind && id === actor.id);
  if (actor.kind === 'token') return known ? `Token ${known.name}` : 'A token that is gone';
  return known?.name ?? 'Somebody who is gone';
}
