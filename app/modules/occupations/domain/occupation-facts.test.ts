import { describe, expect, it } from 'vitest';
import { mergeBesideRelease, mergeFacts, type StoredFacts } from './occupation-facts';

const stored: StoredFacts = {
  title: 'Security Managers',
  group: null,
  sector: null,
  jobZone: 3,
  jobZoneInferred: false,
};
const incoming: StoredFacts = {
  title: 'Managers of security',
  group: 'Management',
  sector: 'Safety',
  jobZone: 4,
  jobZoneInferred: false,
};

describe('what is kept of an occupation that two sources describe', () => {
  it('is the newer title and zone, where no release describes it', () => {
    expect(mergeFacts(stored, incoming)).toEqual(incoming);
    expect(mergeFacts(stored, { ...incoming, jobZoneInferred: true }).jobZone).toBe(3);
  });

  it("is the release's title and zone, with the group and sector of the other source", () => {
    expect(mergeBesideRelease(stored, incoming)).toEqual({
      ...stored,
      group: 'Management',
      sector: 'Safety',
    });
  });

  it('is the zone of the other source where the release has none', () => {
    const without = { ...stored, jobZone: null };
    expect(mergeBesideRelease(without, incoming)).toMatchObject({ title: 'Security Managers', jobZone: 4 });
    const inferred = { ...stored, jobZone: 2, jobZoneInferred: true };
    expect(mergeBesideRelease(inferred, incoming)).toMatchObject({ jobZone: 4, jobZoneInferred: false });
  });
});
