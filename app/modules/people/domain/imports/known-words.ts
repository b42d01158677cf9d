import { plainName } from './plain-name';

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

export type WordField = keyof typeof WORDS;

const KNOWN: Readonly<Record<WordField, ReadonlyMap<string, string>>> = {
  status: meanings('status'),
  kind: meanings('kind'),
  available: meanings('available'),
};

function meanings(field: WordField): ReadonlyMap<string, string> {
  const pairs = Object.entries(WORDS[field]).flatMap(([word, others]) =>
    [word, ...others.split(' ')].map((other) => [other, word] as const),
  );
  return new Map(pairs);
}

/** The word of Cadre for what a cell says; a cell that is not known stays as it is, for the reader to refuse. */
export function knownWord(field: WordField, cell: string): string {
  return KNOWN[field].get(cell) ?? KNOWN[field].get(plainName(cell)) ?? cell;
}
