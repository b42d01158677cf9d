import { dictionary } from '@zxcvbn-ts/language-common';

/** About fifty thousand passwords that many people use, in small letters: the dictionary of zxcvbn. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(dictionary['passwords-common']);
