import {
  ATTRIBUTE_NAMES,
  type AttributeName,
  type AttributeSource,
  type Attributes,
} from '../domain/attribute-schemas';
import type { AnchorText } from '../domain/occupation-facts';
import type { OnetFamily } from '../domain/onet/live-tables';
import type { RatedElement, SuppressedElement } from '../domain/onet/rated-elements';
import type { OnetOccupation } from './onet-occupation';
import type { OnetProfileView, ProfileEntry } from './onet-profiles';

/** What the catalogue holds about the attributes of one occupation. */
export interface AttributeFacts {
  readonly onet: OnetOccupation | null;
  /** Of the page text of a framework. */
  readonly anchors: readonly AnchorText[];
  /** The profile text that came last. */
  readonly profile: OnetProfileView | undefined;
}

interface Chosen {
  readonly attributes: Attributes;
  readonly attributeSources: AttributeSource[];
}

const EMPTY: Attributes = {
  skills: [],
  knowledge: [],
  abilities: [],
  workStyles: [],
  technology: [],
  tools: [],
  tasks: [],
};

/**
 * The attributes of an occupation, each from the best source that has any of it: the tables of an O*NET release,
 * else the page text of a framework, else a profile text. Sources are never mixed within one attribute.
 */
export function attributesOf({ onet, anchors, profile }: AttributeFacts): Chosen {
  const sources = [
    { source: 'onet' as const, found: onet ? ofOnet(onet) : EMPTY },
    { source: 'page' as const, found: ofPage(anchors) },
    { source: 'profile' as const, found: profile ? ofProfile(profile) : EMPTY },
  ];
  const attributes = { ...EMPTY };
  const attributeSources: AttributeSource[] = [];
  for (const attribute of ATTRIBUTE_NAMES) {
    const best = sources.find(({ found }) => found[attribute].length > 0);
    if (!best) continue;
    Object.assign(attributes, { [attribute]: best.found[attribute] });
    const release = best.source === 'onet' && onet ? releaseOf(onet, attribute) : null;
    attributeSources.push({ attribute, source: best.source, release });
  }
  return { attributes, attributeSources };
}

/** The release that gave a family: its own one, or that which it was borrowed from. */
function releaseOf({ release, borrowed }: OnetOccupation, family: OnetFamily): string {
  return borrowed.find((table) => table.family === family)?.release ?? release;
}

function ofOnet({ attributes, suppressed }: OnetOccupation): Attributes {
  const rated = (name: 'skills' | 'knowledge' | 'abilities' | 'workStyles') => [
    ...attributes[name].map(ratedItem),
    ...suppressed[name].map(suppressedItem),
  ];
  return {
    skills: rated('skills'),
    knowledge: rated('knowledge'),
    abilities: rated('abilities'),
    workStyles: rated('workStyles'),
    technology: [...attributes.technology],
    tools: [...attributes.tools],
    tasks: attributes.tasks.map(({ name, taskId, type, importance }) => ({
      name,
      taskId,
      ...(type === null ? {} : { type }),
      ...(importance === null ? {} : { importance }),
    })),
  };
}

function ratedItem({ name, elementId, scale, value, level, n, notRelevant }: RatedElement) {
  return {
    name,
    elementId,
    ...(scale === 'IM' ? { importance: value } : { impact: value }),
    ...(level === null ? {} : { level }),
    ...(n === null ? {} : { n }),
    ...(notRelevant ? { notRelevant } : {}),
  };
}

const suppressedItem = ({ name, elementId }: SuppressedElement) => ({
  name,
  elementId,
  suppressed: true as const,
});

const KINDS: Readonly<Record<AttributeName, string>> = {
  skills: 'skill',
  knowledge: 'knowledge',
  abilities: 'ability',
  workStyles: 'work_style',
  technology: 'technology',
  tools: 'tool',
  tasks: 'task',
};

function ofPage(anchors: readonly AnchorText[]): Attributes {
  const named = (attribute: AttributeName) =>
    anchors.filter(({ kind }) => kind === KINDS[attribute]).map(({ text }) => ({ name: text }));
  return {
    skills: named('skills'),
    knowledge: named('knowledge'),
    abilities: named('abilities'),
    workStyles: named('workStyles'),
    technology: named('technology'),
    tools: named('tools'),
    tasks: named('tasks'),
  };
}

const entry = ({ text, category }: ProfileEntry) => ({
  name: text,
  ...(category === null ? {} : { category }),
});

const ofProfile = ({ skills, technology, tools, tasks }: OnetProfileView): Attributes => ({
  ...EMPTY,
  skills: skills.map(({ text }) => ({ name: text })),
  technology: technology.map(entry),
  tools: tools.map(entry),
  tasks: tasks.map(({ text }) => ({ name: text })),
});
