import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute or more, the longest first: begun last, they would keep one worker alone at the end. */
const LONGEST = [
  'test/proofs/kill.test.ts',
  'test/integration/embedded-server.test.ts',
  'test/integration/worker-kill.test.ts',
  'test/integration/capability-refresh.test.ts',
  'test/integration/http/connection-kill.test.ts',
  'test/integration/http/cross-site.test.ts',
  'test/integration/http/role-matrix.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification) => {
  const place = LONGEST.findIndex((file) => moduleId.endsWith(file));
  return place === -1 ? LONGEST.length : place;
};

/** Runs the long files first, the others in the order of vitest. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
