import { ROLE_BAND_LABELS, type RoleBand } from './role-band';

interface HeldOccupation {
  readonly soc: string;
  readonly roleBand: RoleBand | null;
  readonly share: number;
}

/** Occupations held in words, such as "33-9032.00 60 %, Senior / Expert IC; 43-4051.00 40 %"; null: none. */
export function occupationsText(held: readonly HeldOccupation[]): string | null {
  const parts = held.map(({ soc, roleBand, share }) => {
    const band = roleBand === null ? '' : `, ${ROLE_BAND_LABELS[roleBand]}`;
    return `${soc} ${share} %${band}`;
  });
  return parts.length === 0 ? null : parts.join('; ');
}
