import type { TenantContext } from '#db/tenancy';
import { listGroups } from '../data/crosswalk-lookups';
import { listEvidenceCodes, listOccupationFacts, listRelatedTitles } from '../data/occupation-search';
import { SHOWN_MEASURES } from '../domain/ai-evidence/occupation-evidence';
import { codesOf } from '../domain/ai-evidence/parent-code';
import type { OccupationItem } from '../domain/api-schemas';
import { mergeGroups } from '../domain/crosswalk/soc-lineage';
import { mergeFacts } from '../domain/occupation-facts';
import { pageOf } from '../domain/search/occupation-cursor';
import { rankOccupations } from '../domain/search/rank-occupations';
import { readSearch } from '../domain/search-terms';
import { titleSearchIndex } from './title-search-index';

export interface OccupationFilter {
  /** Only these codes. */
  readonly socs?: readonly string[] | undefined;
  /** 1 to 5. */
  readonly jobZone?: number | undefined;
  /** The two digits of a SOC major group. */
  readonly group?: string | undefined;
  /** Only those about which figures are published, their own or those of their SOC code. */
  readonly evidence?: boolean | undefined;
}

export interface OccupationQuestion extends OccupationFilter {
  /** A code, its beginning, or words of a title; empty: all. */
  readonly query?: string | undefined;
  /** From the page before. */
  readonly cursor?: string | undefined;
  /** Items of one page. */
  readonly limit: number;
}

export interface OccupationPage {
  readonly items: readonly OccupationItem[];
  /** How many there are on all pages. */
  readonly total: number;
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/**
 * A page of occupations, shared ones and the organization's own. A search by words finds them by their own titles and
 * by the alternate, reported and related ones, the best match first; otherwise they are in order of code.
 */
export async function listOccupations(
  ctx: TenantContext,
  { query = '', cursor, limit, ...filter }: OccupationQuestion,
): Promise<OccupationPage> {
  const terms = readSearch(query);
  const occupations = await listFiltered(ctx, filter);
  const ranked =
    terms.kind === 'words'
      ? rankOccupations(occupations, terms, {
          index: await titleSearchIndex(ctx),
          related: await listRelatedTitles(ctx),
        })
      : occupations.filter(({ soc }) => terms.kind === 'all' || soc.startsWith(terms.prefix));
  return pageOf<OccupationItem>(ranked, cursor, limit);
}

type Listed = Omit<OccupationItem, 'score' | 'matchedTitle'>;

async function listFiltered(
  ctx: TenantContext,
  { socs, jobZone, group, evidence }: OccupationFilter,
): Promise<Listed[]> {
  const wanted = socs && new Set(socs);
  const hasEvidence = evidence ? await evidenceTest(ctx) : () => true;
  const majors = new Map((await majorGroups(ctx)).map(({ code, title }) => [code, title]));
  const shown = await listMerged(ctx);
  return shown
    .filter(({ soc }) => group === undefined || soc.startsWith(`${group}-`))
    .filter(({ soc }) => !wanted || wanted.has(soc))
    .filter((one) => jobZone === undefined || one.jobZone === jobZone)
    .filter(({ soc }) => hasEvidence(soc))
    .map((one) => ({ ...one, group: majors.get(one.soc.slice(0, 2)) ?? one.group }));
}

async function evidenceTest(ctx: TenantContext): Promise<(soc: string) => boolean> {
  const codes = await listEvidenceCodes(ctx, [...SHOWN_MEASURES]);
  const [own, inherited] = [new Set(codes.own), new Set(codes.inherited)];
  return (soc) => own.has(soc) || codesOf(soc).some((code) => inherited.has(code));
}

/** What the organization says of an occupation stands before what the shared catalogue says. */
async function listMerged(ctx: TenantContext): Promise<Listed[]> {
  const shown = new Map<string, Awaited<ReturnType<typeof listOccupationFacts>>[number]>();
  for (const row of await listOccupationFacts(ctx)) {
    const shared = shown.get(row.soc);
    shown.set(row.soc, shared ? { ...row, ...mergeFacts(shared, row) } : row);
  }
  return [...shown.values()].map(({ soc, title, jobZone, group, own }) => ({
    soc,
    title,
    jobZone,
    group,
    own,
  }));
}

export interface MajorGroup {
  /** Its two digits. */
  readonly code: string;
  readonly title: string;
}

/** Every code that a major group can have. */
const MAJOR_CODES = Array.from({ length: 90 }, (_, index) => `${index + 10}-0000`);

/** The major groups of the occupational classification, in order of code; empty where none is loaded. */
export async function majorGroups(ctx: TenantContext): Promise<MajorGroup[]> {
  const groups = await listGroups(ctx, MAJOR_CODES);
  return mergeGroups(groups)
    .filter(({ level }) => level === 'major')
    .map(({ code, title }) => ({ code: code.slice(0, 2), title }));
}
