import { ONET_URL } from '../domain/onet/attribution';
import { sourceName } from './evidence-words';

interface CitedWords {
  readonly name: string;
  /** What the source is, in one sentence. */
  readonly what: string | null;
  /** Where its publisher has it. */
  readonly url: string | null;
}

const KNOWN: Readonly<Record<string, CitedWords>> = {
  aei: {
    name: sourceName('aei'),
    what: 'Counts of how people use Claude, by task and occupation, published by Anthropic without names.',
    url: 'https://www.anthropic.com/economic-index',
  },
  safi: {
    name: sourceName('safi'),
    what: 'Scores of how far language models manage tasks that rest on a skill of O*NET, from a research paper.',
    url: 'https://arxiv.org/abs/2604.06906',
  },
  wef: {
    name: 'WEF Global Skills Taxonomy',
    what: 'A list of skills in families and clusters by the World Economic Forum.',
    url: null,
  },
  pathsmith: {
    name: 'Pathsmith durable skills',
    what: 'A framework of ten durable skills that hold across occupations.',
    url: null,
  },
  onet: {
    name: 'O*NET',
    what: 'The database of occupations of the U.S. Department of Labor: tasks, skills, knowledge, abilities.',
    url: ONET_URL,
  },
  cadre_demo: {
    name: 'Cadre demo frameworks',
    what: 'Written for the demo; no published source stands behind it.',
    url: null,
  },
};

/** Name, meaning and address of a cited source by its key. */
export function citedWords(key: string): CitedWords {
  return KNOWN[key] ?? { name: sourceName(key), what: null, url: null };
}
