import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import { broken, HOSTILE, pick } from './hostile-text';

const RIGHT = { titles: ['Security guard', 'Team lead'], limit: 3 };

/** Shapes that a parser meets only when somebody means it. */
const SHAPES: readonly ((random: SeededRandom) => string)[] = [
  () => `{"titles":${'['.repeat(100_000)}`,
  (random) => `{"titles":${'['.repeat(70 + random.below(500))}${']'.repeat(70)}}`,
  () => '{"titles":["a"],"titles":["b"]}',
  (random) => `{"titles":["a"],"${pick(random, ['__proto__', 'constructor', 'prototype'])}":{"limit":1}}`,
  () => '{"titles":["\\u0000"]}',
  () => '{"titles":["\\ud800"]}',
  () => '{"titles":["a"],"limit":9007199254740993}',
  (random) => `{"titles":["a"],"limit":${pick(random, ['1e999', '-1', '1.5', '0', '"3"', 'null', '[1]'])}}`,
  (random) => JSON.stringify({ titles: [pick(random, HOSTILE), 7, null] }),
  (random) => JSON.stringify({ titles: Array.from({ length: random.below(200) }, () => '') }),
  (random) => JSON.stringify({ ...RIGHT, [pick(random, HOSTILE)]: pick(random, HOSTILE) }),
  (random) => JSON.stringify(pick(random, [null, 1, 'text', [], [RIGHT], {}, { titles: {} }, true])),
  (random) => `${JSON.stringify(RIGHT)}${pick(random, ['x', '{}', '\0', ',', '// end'])}`,
  () => `{"titles":["${'x'.repeat(301)}"]}`,
];

/** A JSON body of POST /api/v1/title-matches with faults of its bytes or of its shape. */
export function brokenJson(random: SeededRandom): Uint8Array {
  if (random.chance(0.5)) return broken(random, JSON.stringify(RIGHT));
  const text = pick(random, SHAPES)(random);
  return random.chance(0.1) ? Buffer.from(text, 'utf16le') : Buffer.from(text);
}
