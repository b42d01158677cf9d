import type { OccupationShare } from './occupation-shares';
import { sharesText } from './shares-text';

/** What a title may be: what was decided before, and what it reads like. */
export interface Choosable {
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
}

/** The proposals for a title: what was decided before comes first, then the candidates by score. */
export function mappingChoices({ remembered, candidates }: Choosable): MappingChoice[] {
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
  const others = (candidates ?? []).map(({ soc, title, score, matchedTitle, reason }) => ({
    value: sharesText([{ soc, share: 100, roleBand: null }]),
    name: title,
    detail: `${soc} · ${score.toFixed(2)} · ${reason.includes(matchedTitle) ? reason : `${matchedTitle}: ${reason}`}`,
  }));
  return [...first, ...others.filter(({ value }) => value !== first[0]?.value)];
}
