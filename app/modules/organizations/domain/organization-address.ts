import { InvalidInput } from '~/shared/errors';

/** What an organization is called, and where its pages are: `/o/<slug>`. */
export interface OrganizationAddress {
  readonly name: string;
  readonly slug: string;
}

/** Small letters, digits and dashes, 1 to 64, with no dash at either end. */
export const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
export const LONGEST_NAME = 200;

/** What is said of an address that somebody else has. */
export const takenWords = (slug: string) => `The address ${slug} is taken. Choose another.`;

/** Name and slug as they may be kept. Throws InvalidInput naming the field. */
export function checkedAddress(given: OrganizationAddress): OrganizationAddress {
  const name = given.name.trim();
  const slug = given.slug.trim().toLowerCase();
  const errors = [
    ...(name === '' || [...name].length > LONGEST_NAME
      ? [{ pointer: 'name', detail: `Enter a name of 1 to ${LONGEST_NAME} characters.` }]
      : []),
    ...(SLUG.test(slug)
      ? []
      : [{ pointer: 'slug', detail: 'Use small letters, digits and dashes, such as north-harbour.' }]),
  ];
  if (errors.length > 0) throw new InvalidInput('The name or the address cannot be.', errors);
  return { name, slug };
}
