import { emailAddress } from './email-address';
import { type PasswordSetting, passwordFault } from './new-password';
import { LONGEST_NAME, SLUG } from './organization-address';

/** What somebody fills in to get an organization. */
export interface SignUpForm {
  readonly organization: string;
  /** Empty: made from the name. */
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export type SignUpFaults = Partial<Record<keyof SignUpForm, string>>;

const LONGEST_SLUG = 64;

/** The slug that a name gives: `Nord & Süd B.V.` is `nord-sud-b-v`; empty when nothing of it is left. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-+|-+$/g, '');
}

/** The form without space around its texts, its slug made from the name where none is given. */
export function trimmedSignUp(form: SignUpForm): SignUpForm {
  const organization = form.organization.trim();
  return {
    organization,
    slug: form.slug.trim().toLowerCase() || slugOf(organization),
    name: form.name.trim(),
    email: form.email.trim(),
    password: form.password,
  };
}

/** What is wrong with a trimmed form, a sentence for each field; null when it may be asked for. */
export function signUpFaults(
  { organization, slug, name, email, password }: SignUpForm,
  common: PasswordSetting['common'],
): SignUpFaults | null {
  const fault = passwordFault(password, { email, name, organizations: [organization], common });
  const faults: SignUpFaults = {
    ...(isName(organization) ? {} : { organization: `Enter a name of 1 to ${LONGEST_NAME} characters.` }),
    ...(SLUG.test(slug) ? {} : { slug: 'Use small letters, digits and dashes, such as north-harbour.' }),
    ...(isName(name) ? {} : { name: `Enter your name, at most ${LONGEST_NAME} characters.` }),
    ...(emailAddress(email) ? {} : { email: 'Enter an e-mail address, such as jo.berg@example.org.' }),
    ...(fault ? { password: fault } : {}),
  };
  return Object.keys(faults).length > 0 ? faults : null;
}

/** Whether a text can be the name of a person or an organization: 1 to 200 characters that can be stored. */
export function isName(text: string): boolean {
  const length = [...text].length;
  return length > 0 && length <= LONGEST_NAME && text.isWellFormed() && !/\p{Cc}/u.test(text);
}
