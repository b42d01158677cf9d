/** Days that an account keeps in mind from where it was signed in to, after the last time. */
export const SOURCE_DAYS = 180;
