import type { OccupationFacts } from './employee-state';

/** Who confirms the occupations that an actor states: a program confirms nothing, whoever made its token. */
export function confirmerOf({ kind, id }: { readonly kind: string; readonly id: string }): string | null {
  return kind === 'token' ? null : id;
}

/**
 * An occupation as somebody states it.
 * @param known what holds already.
 * @param confirmedBy who confirms it; null: it is proposed and waits in the inbox, but what holds confirmed and is the
 *   same stays confirmed.
 */
export function statedFacts(
  known: OccupationFacts | undefined,
  stated: Pick<OccupationFacts, 'roleBand' | 'share'>,
  confirmedBy: string | null,
): OccupationFacts {
  const same = known?.roleBand === stated.roleBand && known.share === stated.share;
  return { ...stated, confirmedBy: confirmedBy ?? (same ? known.confirmedBy : null) };
}

/** The occupation with another band: confirmed as it was where a person says so, else proposed. */
export function withBand(
  known: OccupationFacts,
  roleBand: OccupationFacts['roleBand'],
  confirmedBy: string | null,
): OccupationFacts {
  if (confirmedBy !== null) return { ...known, roleBand };
  return statedFacts(known, { roleBand, share: known.share }, null);
}
