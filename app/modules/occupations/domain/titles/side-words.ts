import type { RoleBand } from '~/modules/people/domain/role-band';

/** Words of rank and the band that they hint at; null: said of a person, without a band. */
const RANKS: ReadonlyMap<string, RoleBand | null> = new Map<string, RoleBand | null>([
  ['trainee', 1],
  ['apprentice', 1],
  ['intern', 1],
  ['graduate', 1],
  ['junior', 1],
  ['jr', 1],
  ['jnr', 1],
  ['entry', 1],
  ['staff', 2],
  ['intermediate', 2],
  ['mid', 2],
  ['experienced', 2],
  ['senior', 3],
  ['sr', 3],
  ['snr', 3],
  ['expert', 3],
  ['deputy', 3],
  ['lead', 4],
  ['ld', 4],
  ['principal', 4],
  ['prin', 4],
  ['head', 4],
  ['chief', 4],
  ['acting', null],
  ['interim', null],
  ['temporary', null],
]);

/** Words of the work itself that hint at a band. */
const LEADING: ReadonlyMap<string, RoleBand> = new Map<string, RoleBand>([
  ['director', 4],
  ['president', 4],
  ['vp', 4],
  ['avp', 4],
  ['svp', 4],
  ['evp', 4],
  ['ceo', 4],
  ['cfo', 4],
  ['cio', 4],
  ['ciso', 4],
  ['coo', 4],
  ['cto', 4],
]);

/** These mean the work itself where they end a title: "School Principal". */
const RANKS_BEFORE: ReadonlySet<string> = new Set(['principal', 'head', 'chief', 'apprentice', 'graduate']);

const STEPS: ReadonlyMap<string, RoleBand> = new Map<string, RoleBand>([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['v', 4],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 4],
]);

/** Regions, shifts and kinds of contract: they say where, when and how, not what the work is. */
const CIRCUMSTANCES: ReadonlySet<string> = new Set(
  (
    'emea apac latam amer amers americas na us usa uk eu europe european asia pacific north south east west northern ' +
    'southern eastern western central midwest northeast northwest southeast southwest region zone area territory global ' +
    'worldwide canada india china germany france london york remote onsite hybrid wfh home nights night days day ' +
    'evenings evening weekends weekend shift shifts overnight rotating prn perdiem part full time pt ft temp temporary ' +
    'permanent perm contract contractor seasonal casual fixed term ftc maternity cover hourly bilingual relief first ' +
    'second third 1st 2nd 3rd'
  ).split(' '),
);

/** "Grade 7", "Level 2", "Band 6", "GS-12", "L4" in a folded title. The scale is the employer's: no band follows. */
export const GRADES =
  /(?<![\p{L}\p{N}])(?:(?:grade|grd|gr|level|lvl|lev|band|step|tier|class|gs|pg|jg)[\s.:#-]{0,3}\d{1,2}[a-z]?|[lgtp]\d)(?![\p{L}\p{N}])/gu;

export interface Place {
  /** Whether the word begins its part of the title, and whether it ends it. */
  readonly first: boolean;
  readonly last: boolean;
}

/** Whether a word at this place tells the rank of a person rather than the work. */
export function isRank(word: string, { first, last }: Place): boolean {
  return RANKS.has(word) && (first || (last && !RANKS_BEFORE.has(word)));
}

/** The band that a word of rank, or a step such as "II", hints at. */
export function bandOf(word: string): RoleBand | null {
  return RANKS.get(word) ?? STEPS.get(word) ?? null;
}

/** The band that a word of the work itself, such as "director", hints at. */
export function bandOfWork(word: string): RoleBand | null {
  return LEADING.get(word) ?? null;
}

export function isStep(word: string): boolean {
  return STEPS.has(word);
}

export function isCircumstance(word: string): boolean {
  return CIRCUMSTANCES.has(word);
}
