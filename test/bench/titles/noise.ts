import { pick } from './random';

type Random = () => number;
/** Writes a title as people write it; null where this noise does not apply to it. */
export type Noise = (title: string, random: Random) => string | null;

const SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  `manager Mgr Mgr. Mngr|supervisor Supv Supvr Supv.|engineer Eng Engr Eng.|engineering Eng Engrg|technician Tech Tech.
assistant Asst Asst.|associate Assoc|administrator Admin Adm|administrative Admin|director Dir Dir.|developer Dev
development Dev|representative Rep Rep.|coordinator Coord Coord.|specialist Spec Splst|accountant Acct|accounting Acctg
operator Op Opr Oper|operations Ops|maintenance Maint|mechanic Mech|mechanical Mech|electrical Elec|electronics Elec
manufacturing Mfg|production Prod|service Svc Svc.|services Svcs|customer Cust|marketing Mktg|sales Sls
international Int'l Intl|national Nat'l Natl|regional Reg|systems Sys|system Sys|software SW|laboratory Lab
information Info|instructor Instr|education Ed Educ|medical Med|clinical Clin|therapist Ther|professor Prof|teacher Tchr
research Res Rsch|environmental Env Enviro|inspector Insp|investigator Inv|officer Ofcr Off|executive Exec
superintendent Supt|construction Constr Const|equipment Equip Eqpt|machine Mach|assembler Assem Asmblr
transportation Transp|automotive Auto|department Dept|analyst Anlst Anal|consultant Cons Conslt|worker Wkr|helper Hlpr
clerk Clk|driver Drvr|installer Instlr|designer Dsgnr|counselor Cnslr|security Sec|financial Fin|quality Qual
control Ctrl|project Proj|program Prog Pgm|general Gen|attendant Attd Attndt|registered Reg|certified Cert
professional Prof|warehouse Whse|building Bldg|industrial Ind|management Mgmt|technical Tech|technology Tech`
    .split(/[|\n]/u)
    .map((entry) => {
      const [long = '', ...short] = entry.split(' ');
      return [long, short] as const;
    }),
);

const NEIGHBOURS: ReadonlyMap<string, string> = new Map(
  `asqz bvgn cxvd dsfe ewrd fdgr gfht hgjy iuok jhkn kjli lkop mnj nbmh oipl pol qwa retf sadw tryg uyij vcbf wqes xzcs
ytuh zxa`
    .split(/\s/u)
    .map(([key = '', ...near]) => [key, near.join('')] as const),
);

const abbreviation: Noise = (title, random) => {
  let done = 0;
  const text = title.replace(/[A-Za-z]+/gu, (word) => {
    const short = SHORT.get(word.toLowerCase());
    if (!short || (done > 0 && random() < 0.15)) return word;
    done++;
    return pick(short, random);
  });
  return done > 0 ? text : null;
};

/** One error in a word of at least four letters, not in its first: swapped, left out, wrong, added or doubled. */
function mistype(title: string, random: Random): string | null {
  const words = [...title.matchAll(/[A-Za-z]{4,}/gu)];
  if (words.length === 0) return null;
  const found = pick(words, random);
  const [word] = found;
  const at = 1 + Math.floor(random() * (word.length - 1));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const near = pick([...(NEIGHBOURS.get(letter.toLowerCase()) ?? 'e')], random);
  const wrong = pick(
    [
      `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
      `${before}${after}`,
      `${before}${near}${after}`,
      `${before}${near}${letter}${after}`,
      `${before}${letter}${letter}${after}`,
    ],
    random,
  );
  return wrong === word ? null : title.slice(0, found.index) + wrong + title.slice(found.index + word.length);
}

/** One error, in half of the longer titles two. */
const typing: Noise = (title, random) => {
  const once = mistype(title, random);
  return once !== null && title.length > 14 && random() < 0.5 ? (mistype(once, random) ?? once) : once;
};

/** "Security Manager" as "Manager, Security". */
const inverted: Noise = (title, random) => {
  if (/[,()/&-]| and | of | for /u.test(title)) return null;
  const words = title.split(' ');
  if (words.length < 2 || words.length > 5) return null;
  const last = words.length > 2 && random() < 0.25 ? 2 : 1;
  return `${words.slice(-last).join(' ')}, ${words.slice(0, -last).join(' ')}`;
};

const around =
  (patterns: readonly string[]): Noise =>
  (title, random) =>
    pick(patterns, random).replace('*', () => title);

/** The six kinds of noise; a combination applies at least three of them. */
export const NOISES: Readonly<Record<string, Noise>> = {
  inverted,
  abbreviation,
  typing,
  seniority: around(
    'Sr. *|Sr *|Senior *|Lead *|Jr. *|Junior *|Principal *|* II|* III|* I|*, Sr.|* - Senior|* (Lead)'.split(
      '|',
    ),
  ),
  place: around(
    '* - EMEA/* (Nights)/* - APAC/* (Remote)/* - London/* (Part-Time)/* - North Region/* (Day Shift)/* - US/* (Contract)/* | Weekends/* - 2nd Shift/* (Temp)/* - Chicago/* | Hybrid'.split(
      '/',
    ),
  ),
  grade: around(
    '* Grade 7|*, Grade 5|* - Grade 9|* Level 2|* (Level 3)|* (Band 6)|* L4|* - GS-12|* Gr. 3|Grade 7 *'.split(
      '|',
    ),
  ),
};

/** At least three kinds of noise one over the other. */
export const combination: Noise = (title, random) => {
  const chosen = Object.values(NOISES).filter(() => random() < 0.6);
  let text = title;
  let done = 0;
  for (const noise of chosen) {
    const noisy = noise(text, random);
    if (noisy === null) continue;
    text = noisy;
    done++;
  }
  return done >= 3 ? text : null;
};
