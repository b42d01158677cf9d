/** Licence of the content of the O*NET database. */
export const ONET_LICENCE = 'CC BY 4.0';
/** Where releases of the O*NET database come from. */
export const ONET_URL = 'https://www.onetcenter.org/database.html';

/** Name of a release as pages show it. */
export function onetName(release: string): string {
  return `O*NET ${release} Database`;
}

/** The attribution that the licence asks for, as the publisher words it. */
export function onetAttribution(release: string): string {
  return (
    `This product includes information from the ${onetName(release)} by the U.S. Department of Labor, Employment ` +
    'and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.'
  );
}
