export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What a password is judged by. */
export interface PasswordSetting {
  readonly email: string;
  readonly name: string;
  /** Names of organizations that the person belongs to. */
  readonly organizations: readonly string[];
  /** Passwords that many people use, in small letters. */
  readonly common: ReadonlySet<string>;
}

/** How much a common password must be added to before it is another one, characters. */
const FEW = 6;
/** What a company's name ends with and nobody says. */
const LEGAL_FORM =
  /(?<=\s)(?:gmbh|ag|kg|ug|se|ltd|limited|llc|inc|corp|plc|b\.?v|n\.?v|s\.?a|sas|sarl|srl|spa|ab|as|oy|aps)\.?$/;
/** Shorter names are part of too many words. */
const SHORTEST_NAME = 4;

/**
 * What is wrong with a password that somebody chooses, in a sentence, or null. Nothing is asked of its kinds of
 * characters. Source: ASVS 5.0 V6.2, NIST SP 800-63B 3.1.1.2.
 */
export function passwordFault(
  password: string,
  { email, name, organizations, common }: PasswordSetting,
): string | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return `Choose at least ${SHORTEST_PASSWORD} characters.`;
  if (length > LONGEST_PASSWORD) return `Choose at most ${LONGEST_PASSWORD} characters.`;
  if (!password.isWellFormed() || password.includes('\0')) return 'Choose characters that can be typed.';
  const plain = password.toLowerCase();
  if (plain === email.toLowerCase() || plain === name.toLowerCase())
    return 'Choose something else than your address or your name.';
  const names = organizations.map((one) => one.toLowerCase().trim().replace(LEGAL_FORM, ''));
  if (isNearlyOneOf(plain, [...names, 'cadre']))
    return 'Choose something else than the name of your organization or of Cadre.';
  if (isCommon(plain, common)) return 'Many people use this password, so it is tried first. Choose another.';
  return null;
}

/** Whether the text is a common password, one said several times over, or one with few characters around it. */
function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  if (common.has(plain) || new Set(plain).size === 1) return true;
  const once = repeated(plain);
  if (once !== null && (common.has(once) || once.length <= 2)) return true;
  const [core = ''] = /[\p{L}].*[\p{L}]/u.exec(plain) ?? [];
  return core.length > 0 && plain.length - core.length <= FEW && common.has(core);
}

/** The shortest text that, said at least twice, is this one; else null. */
function repeated(plain: string): string | null {
  const once = `${plain}${plain}`.indexOf(plain, 1);
  return once < plain.length ? plain.slice(0, once) : null;
}

/** Whether the text holds a name, with or without its spaces, and too little beside it to be a password. */
function isNearlyOneOf(plain: string, names: readonly string[]): boolean {
  const text = plain.replaceAll(/\s+/g, '');
  return names
    .map((name) => name.replaceAll(/\s+/g, ''))
    .some(
      (name) =>
        name.length >= SHORTEST_NAME && text.length - name.length < SHORTEST_PASSWORD && text.includes(name),
    );
}
