import type { RatedElement } from './rated-elements';

export interface AnchorInput {
  /** Each by importance, as rankElements gives them. */
  readonly skills: readonly RatedElement[];
  readonly knowledge: readonly RatedElement[];
  readonly abilities: readonly RatedElement[];
  readonly workStyles: readonly RatedElement[];
  /** Categories of the technology used, in file order, as often as they are there. */
  readonly technologyCategories: readonly string[];
  /** In file order. */
  readonly tasks: readonly string[];
  readonly alternateTitles: readonly string[];
}

/** The lists of the panel of source anchors, in the order in which they are shown. */
export interface SourceAnchors {
  readonly skills: readonly string[];
  readonly knowledge: readonly string[];
  readonly abilities: readonly string[];
  readonly workStyles: readonly string[];
  readonly technology: readonly string[];
  readonly tasks: readonly string[];
  readonly relatedTitles: readonly string[];
  /** All but the related titles. */
  readonly count: number;
}

const IMPORTANT = 3;
const ABILITIES = 10;
const WORK_STYLES = 6;
const TECHNOLOGY = 10;
const TASKS = 8;
const TITLES = 12;

const names = (elements: readonly RatedElement[]) => elements.map(({ name }) => name);
const important = (elements: readonly RatedElement[]) =>
  names(elements.filter(({ value }) => value >= IMPORTANT));

/**
 * The anchors of an occupation as the exchange chooses them (formats 1.1): skills and knowledge with an importance
 * of 3 or more, the 10 most important abilities, the 6 work styles of most impact, the first 10 technology
 * categories, the first 8 tasks and the first 12 alternate titles.
 */
export function sourceAnchors(input: AnchorInput): SourceAnchors {
  const anchors = {
    skills: important(input.skills),
    knowledge: important(input.knowledge),
    abilities: names(input.abilities).slice(0, ABILITIES),
    workStyles: names(input.workStyles).slice(0, WORK_STYLES),
    technology: [...new Set(input.technologyCategories)].slice(0, TECHNOLOGY),
    tasks: input.tasks.slice(0, TASKS),
  };
  const count = Object.values(anchors).reduce((sum, list) => sum + list.length, 0);
  return { ...anchors, relatedTitles: input.alternateTitles.slice(0, TITLES), count };
}
