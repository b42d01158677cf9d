/** Where a source file comes from and under what terms, as pages show it. */
export interface SourceOrigin {
  readonly kind: string;
  readonly name: string;
  /** What is noted where neither the file nor its reader names a release. */
  readonly release: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly url: string | null;
}

const PUBLIC_DOMAIN = 'US Government work, public domain';

/** The sources of programme codes and of the hierarchy of occupations. */
export const CIP_SOC_CROSSWALK: SourceOrigin = {
  kind: 'cip_soc_crosswalk',
  name: 'CIP 2020 to SOC 2018 crosswalk',
  release: 'CIP 2020, SOC 2018',
  licence: PUBLIC_DOMAIN,
  attribution: 'National Center for Education Statistics and Bureau of Labor Statistics, CIP SOC crosswalk.',
  url: 'https://nces.ed.gov/ipeds/cipcode/',
};
export const CIP_CODES: SourceOrigin = {
  kind: 'cip_codes',
  name: 'Classification of Instructional Programs',
  release: 'CIP 2020',
  licence: PUBLIC_DOMAIN,
  attribution: 'National Center for Education Statistics, Classification of Instructional Programs 2020.',
  url: 'https://nces.ed.gov/ipeds/cipcode/',
};
export const SOC_STRUCTURE: SourceOrigin = {
  kind: 'soc_structure',
  name: 'Standard Occupational Classification',
  release: 'SOC 2018',
  licence: PUBLIC_DOMAIN,
  attribution: 'Bureau of Labor Statistics, 2018 Standard Occupational Classification.',
  url: 'https://www.bls.gov/soc/2018/',
};
export const ONET_SOC_STRUCTURE: SourceOrigin = {
  kind: 'soc_structure',
  name: 'O*NET-SOC taxonomy',
  release: 'O*NET-SOC 2019',
  licence: 'CC BY 4.0',
  attribution:
    'O*NET-SOC 2019 taxonomy by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA.',
  url: 'https://www.onetcenter.org/taxonomy.html',
};
