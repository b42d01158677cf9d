import type { Anchors } from '../domain/attribute-schemas';
import type { AttributeFacts } from './occupation-attributes';
import { onetAnchors } from './onet-anchors';

type Lists = Omit<Anchors, 'source' | 'releases' | 'count'>;

/**
 * The panel of source anchors: computed from the tables of the O*NET release where it has any of them, else as the
 * page text of a framework prints it, else what a profile text lists. Null where there is nothing.
 */
export function anchorPanel({ onet, anchors, profile }: AttributeFacts): Anchors | null {
  if (onet) {
    const { count, ...lists } = onetAnchors(onet);
    if (count > 0) return panel('onet', onet.releases, lists);
  }
  const printed = (kind: string) => anchors.filter((anchor) => anchor.kind === kind).map(({ text }) => text);
  const page = panel('page', [], {
    skills: printed('skill'),
    knowledge: printed('knowledge'),
    abilities: printed('ability'),
    workStyles: printed('work_style'),
    technology: printed('technology'),
    tasks: printed('task'),
    relatedTitles: printed('related_title'),
  });
  if (page.count + page.relatedTitles.length > 0) return page;
  if (!profile) return null;
  const texts = (entries: readonly { readonly text: string }[]) => entries.map(({ text }) => text);
  const listed = panel('profile', [], {
    skills: texts(profile.skills),
    knowledge: [],
    abilities: [],
    workStyles: [],
    technology: texts(profile.technology),
    tasks: texts(profile.tasks),
    relatedTitles: [],
  });
  return listed.count > 0 ? listed : null;
}

type Readable = { readonly [Name in keyof Lists]: readonly string[] };

function panel(source: Anchors['source'], releases: readonly string[], lists: Readable): Anchors {
  const { skills, knowledge, abilities, workStyles, technology, tasks, relatedTitles } = lists;
  const counted = [skills, knowledge, abilities, workStyles, technology, tasks];
  return {
    source,
    releases: [...releases],
    count: counted.reduce((sum, list) => sum + list.length, 0),
    skills: [...skills],
    knowledge: [...knowledge],
    abilities: [...abilities],
    workStyles: [...workStyles],
    technology: [...technology],
    tasks: [...tasks],
    relatedTitles: [...relatedTitles],
  };
}
