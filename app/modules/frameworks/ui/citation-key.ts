import type { Citation } from '../domain/document';

const SHORT: Readonly<Record<string, string>> = {
  aei: 'AEI',
  safi: 'SAFI',
  wef: 'WEF',
  pathsmith: 'Pathsmith',
  onet: 'O*NET',
  cadre_demo: 'Demo',
};

/** The short name of a cited source, as it stands beside a statement. */
export function shortSource(source: string): string {
  return SHORT[source] ?? source.replaceAll(/[_-]/g, ' ');
}

/** Each source that is cited, once, in order of its short name. */
export function citedSources(citations: readonly Citation[]): Citation[] {
  const once = new Map(citations.map((citation) => [`${citation.source} ${citation.title}`, citation]));
  return [...once.values()].sort((a, b) => shortSource(a.source).localeCompare(shortSource(b.source), 'en'));
}
