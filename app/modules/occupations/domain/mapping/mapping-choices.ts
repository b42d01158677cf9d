import type { OccupationShare } from './occupation-shares';
import { sharesText } from './shares-text';

/** What a title may be: what was decided before, and what it reads like. */
export interface Choosable {
  readonly unmapped: number;
  /** Confirmed occupations of its people, those of most people first. */
  readonly held: readonly { readonly soc: string; readonly title: string; readonly people: number }[];
  readonly faults: readonly { readonly now: string | null }[];
  readonly remembered: readonly (OccupationShare & { readonly title: string })[] | null;
  readonly candidates:
    | readonly {
        readonly soc: string;
        readonly title: string;
        readonly score: number;
        readonly matchedTitle: string;
        readonly reason: string;
      }[]
    | null;
}

/** One proposal, as a form offers it. */
export interface MappingChoice {
  /** The occupations as sharesText. */
  readonly value: string;
  readonly name: string;
  readonly detail: string;
  /** Nobody changes. */
  readonly keeps?: true;
  /** Hardly better than chance: it is offered, and not chosen before a person does. */
  readonly unlikely?: true;
}

/** A candidate with a score below this is as good as none. */
const UNLIKELY = 0.1;

/** Before the value of the choice that leaves people as they are. */
const KEEP = 'keep ';

/** The occupations of a choice as sharesText, and whether they only say that what people hold is right. */
export function readChoice(value: string): { readonly shares: string; readonly keeps: boolean } {
  const keeps = value.startsWith(KEEP);
  return { shares: keeps ? value.slice(KEEP.length) : value, keeps };
}

/**
 * The proposals for a title: that all stays as it is, where everybody has an occupation that still exists; what was
 * decided before; what most of its people hold already, where others have none; then the candidates by score.
 */
export function mappingChoices(title: Choosable): MappingChoice[] {
  const { remembered, candidates } = title;
  const first = remembered
    ? [
        {
          value: sharesText(remembered),
          name: remembered
            .map(({ title, share }) => (share === 100 ? title : `${title} ${share} %`))
            .join(' and '),
          detail: `${remembered.map(({ soc }) => soc).join(', ')} · decided before`,
        },
      ]
    : [];
  const shared = heldChoice(title);
  const others = (candidates ?? []).map(({ soc, title, score, matchedTitle, reason }) => ({
    value: sharesText([{ soc, share: 100, roleBand: null }]),
    name: title,
    detail: `${soc} · ${score.toFixed(2)} · ${reason.includes(matchedTitle) ? reason : `${matchedTitle}: ${reason}`}`,
    ...(score < UNLIKELY ? { unlikely: true as const } : {}),
  }));
  const known = [...first, ...shared.filter(({ value }) => value !== first[0]?.value)];
  const told = new Set(known.map(({ value }) => value));
  return [...keptChoice(title), ...known, ...others.filter(({ value }) => !told.has(value))];
}

/** Those without one become what their colleagues are: nobody who has an occupation gets another one. */
function heldChoice({ unmapped, held, faults }: Choosable): MappingChoice[] {
  const [main] = held;
  if (!main || unmapped === 0 || faults.some(({ now }) => now === null)) return [];
  return [
    {
      value: sharesText([{ soc: main.soc, share: 100, roleBand: null }]),
      name: main.title,
      detail: `${main.soc} · ${main.people.toLocaleString('en')} with this title have it`,
    },
  ];
}

function keptChoice({ unmapped, held, faults }: Choosable): MappingChoice[] {
  const [main] = held;
  if (!main || unmapped > 0 || faults.some(({ now }) => now === null)) return [];
  const shares = sharesText([{ soc: main.soc, share: 100, roleBand: null }]);
  return [
    {
      value: `${KEEP}${shares}`,
      name: `Right as it is: ${main.title}`,
      detail: `${main.soc} · nobody changes; remembered for the title`,
      keeps: true,
    },
  ];
}
