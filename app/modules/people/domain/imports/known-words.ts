import { parseRoleBand } from '../occupation-cell';
import { plainName } from './plain-name';
import { FIELD_WORDS, meaningOf, type WordField, type WordMeanings, wordKey } from './word-fields';

/** Words that other programs write for those of Cadre, by plainName. What could mean two of them is left out. */
const WORDS = {
  status: {
    active: 'employed current working aktiv beschaeftigt angestellt actif active activo activa',
    leave:
      'onleave leaveofabsence loa parentalleave maternityleave elternzeit mutterschutz beurlaubt freigestellt ruhend conge enconge',
    left: 'terminated inactive former leaver resigned retired exited ausgetreten ausgeschieden ehemalig ehemalige ehemaliger sorti sortie parti partie',
  },
  kind: {
    employee:
      'permanent internal regular fulltime parttime fixedterm staff apprentice angestellt angestellte angestellter festangestellt mitarbeiter mitarbeiterin arbeitnehmer arbeitnehmerin intern interne interner vollzeit teilzeit befristet unbefristet auszubildende auszubildender azubi salarie salariee cdi cdd empleado empleada',
    agency:
      'temp temporary agencyworker tempworker leiharbeit leiharbeiter leiharbeiterin leiharbeitnehmer zeitarbeit zeitarbeiter zeitarbeitnehmer arbeitnehmerueberlassung interim interimaire',
    contractor:
      'external freelance freelancer selfemployed consultant subcontractor vendor extern externe externer freiberufler freiberuflerin freiemitarbeit freiermitarbeiter dienstleister prestataire independant independante autonomo autonoma',
  },
  available: {
    yes: 'true y 1 ja j wahr oui o vrai si available verfuegbar disponible',
    no: 'false n 0 nein falsch non faux unavailable',
  },
} as const;

const KNOWN: Readonly<Record<keyof typeof WORDS, ReadonlyMap<string, string>>> = {
  status: meanings('status'),
  kind: meanings('kind'),
  available: meanings('available'),
};

function meanings(field: keyof typeof WORDS): ReadonlyMap<string, string> {
  const pairs = Object.entries(WORDS[field]).flatMap(([word, others]) =>
    [word, ...others.split(' ')].map((other) => [other, word] as const),
  );
  return new Map(pairs);
}

/** Whether a cell says something that is known without being told, whatever its case. */
export function isKnownWord(field: WordField, cell: string): boolean {
  return field === 'role_band'
    ? parseRoleBand(cell).ok
    : KNOWN[field].has(plainName(cell)) || FIELD_WORDS[field].some((word) => word === cell.toLowerCase());
}

/**
 * The word of Cadre for what a cell says: as somebody said by hand, else as it is known; a cell that is not known stays
 * as it is, for the reader to refuse.
 */
export function knownWord(field: WordField, cell: string, said?: WordMeanings): string {
  const meaning = said?.[field] ? meaningOf(said, field, wordKey(cell)) : null;
  if (meaning !== null) return meaning;
  if (field === 'role_band') return cell;
  return KNOWN[field].get(cell) ?? KNOWN[field].get(plainName(cell)) ?? cell;
}
