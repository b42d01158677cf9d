import type { SourceOrigin } from '../crosswalk/crosswalk-sources';

/** A page of the UK's national occupational standards; its release is the standard's own version. */
export const STANDARD_SOURCE: SourceOrigin = {
  kind: 'uk_nos',
  name: 'UK National Occupational Standards',
  release: 'version of the standard',
  licence: null,
  attribution: null,
  url: 'https://www.ukstandards.org.uk/',
};
